import { readFileSync } from "node:fs";
import { benchPaths, type BenchPaths } from "./bench-paths.ts";
import { currentBootId, readBenchState, type BenchState } from "./bench-state.ts";
import { describeBench } from "./bench-up.ts";
import type { BenchStatus, ComponentStatus, PodStatus } from "./bench.ts";
import { hasCondition, isNodeReady, listPods, loadCluster } from "./cluster-client.ts";
import { componentNames, type ComponentName } from "./component.ts";
import { controlGroupPids } from "./control-groups.ts";
import { healthAddresses } from "./health-addresses.ts";
import { isRunning } from "./process-identity.ts";
import { probe } from "./probe.ts";

/** Looks at a bench: every component, the node, the pods, the memory. Changes nothing and never fails on a dead one. */
export async function benchStatus({
  name = "dev",
}: { readonly name?: string } = {}): Promise<BenchStatus> {
  const paths = benchPaths(name);
  const state = await readBenchState(paths);
  const live = state?.bootId === (await currentBootId()) ? state : undefined;
  const components = await Promise.all([
    componentStatuses(paths, live),
    clusterStatus(paths, live),
  ]);
  const [programs, cluster] = components;
  return {
    name,
    ready: cluster.nodeReady && programs.every((component) => component.ready),
    ...cluster,
    components: programs,
    memoryBytes: controlGroupPids(paths.controlGroup)
      .map((pid) => memoryOf(pid, "smaps_rollup", "Pss"))
      .reduce((sum, bytes) => sum + bytes, 0),
    ...(state && { bench: describeBench(paths, state) }),
  };
}

async function componentStatuses(
  paths: BenchPaths,
  state: BenchState | undefined,
): Promise<readonly ComponentStatus[]> {
  const running = componentNames.filter((name) => isRunning(state?.processes[name]));
  const probed = running.filter((name) => healthAddresses(paths)[name] !== undefined);
  const answers = await probe(
    paths,
    probed.map((name) => healthAddresses(paths)[name] ?? ""),
  );
  const healthy = (name: ComponentName): boolean => {
    const index = probed.indexOf(name);
    return index === -1 || answers[index] === true;
  };
  return componentNames.map((name) => {
    const pid = running.includes(name) ? state?.processes[name]?.pid : undefined;
    return pid === undefined
      ? { name, residentBytes: 0, ready: false }
      : { name, pid, residentBytes: memoryOf(pid, "status", "VmRSS"), ready: healthy(name) };
  });
}

/** What the API server tells; an API server that does not answer tells nothing. */
async function clusterStatus(
  paths: BenchPaths,
  state: BenchState | undefined,
): Promise<{ readonly nodeReady: boolean; readonly pods: readonly PodStatus[] }> {
  if (!isRunning(state?.processes["relay"])) return { nodeReady: false, pods: [] };
  try {
    const cluster = loadCluster(paths.kubeconfig);
    const nodeReady = await isNodeReady(cluster, paths.controlGroup.slice(1));
    const pods = (await listPods(cluster)).map(({ metadata, status }) => ({
      name: `${metadata?.namespace ?? ""}/${metadata?.name ?? ""}`,
      ready: hasCondition(status?.conditions, "Ready"),
    }));
    return { nodeReady, pods };
  } catch {
    return { nodeReady: false, pods: [] };
  }
}

/** One line, in kB, of a file below `/proc/<pid>`, as bytes; 0 when the process has ended. */
function memoryOf(pid: number, file: string, field: string): number {
  try {
    const text = readFileSync(`/proc/${String(pid)}/${file}`, "utf8");
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
