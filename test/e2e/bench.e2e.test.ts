import { existsSync, readdirSync, readFileSync } from "node:fs";
import { KubeConfig, CoreV1Api } from "@kubernetes/client-node";
import { afterAll, describe, expect, test } from "vitest";
import { controlGroupPids, groupDirectories } from "../../bench/cluster/control-groups.ts";
import {
  benchDown,
  benchExec,
  benchPaths,
  benchStatus,
  benchUp,
  clusterFromEnvironment,
  listBenches,
  type Bench,
  type ComponentName,
} from "../../bench/cluster/index.ts";

const one = "t-one";
const two = "t-two";

// With a cluster of the user's own, no bench is started at all.
const isBench = clusterFromEnvironment().kind === "bench";

describe.runIf(isBench)("a bench", { timeout: 240_000 }, () => {
  afterAll(async () => {
    for (const name of [one, two]) await benchDown({ name });
  }, 120_000);

  test("comes up once, and a second up changes nothing", async () => {
    const bench = await benchUp({ name: one, images: [] });
    const before = await benchStatus({ name: one });
    const again = await benchUp({ name: one, images: [] });
    const after = await benchStatus({ name: one });
    expect(before.ready).toBe(true);
    expect(again).toEqual(bench);
    expect(pids(after)).toEqual(pids(before));
    expect(before.memoryBytes).toBeLessThan(2e9);
  });

  test("gives the host a kubeconfig that only its owner can read, over loopback", async () => {
    const { kubeconfig, apiServerPort } = await benchUp({ name: one, images: [] });
    expect(readFileSync(kubeconfig, "utf8")).toContain(
      `https://127.0.0.1:${String(apiServerPort)}`,
    );
    const mode = await benchExec({ name: one }, ["stat", "--format=%a", kubeconfig]);
    expect(mode.stdout).toBe("600");
    expect(await coreDnsPods(kubeconfig)).toHaveLength(1);
  });

  test("runs commands inside, where services and the cluster's names are reached", async () => {
    const script =
      'const { Resolver } = require("node:dns").promises; const resolver = new Resolver(); resolver.setServers(["10.96.0.10"]); ' +
      'resolver.resolve4("kubernetes.default.svc.cluster.local").then((found) => console.log(found.join()))';
    const resolved = await benchExec({ name: one }, [process.execPath, "-e", script]);
    expect(resolved).toMatchObject({ exitCode: 0, stdout: "10.96.0.1" });
    const failed = await benchExec({ name: one }, ["sh", "-c", "exit 7"]);
    expect(failed.exitCode).toBe(7);
  });

  test("is repaired after kill -9 of API server and containerd; pods live on", async () => {
    const bench = await benchUp({ name: one, images: [] });
    const [before] = await coreDnsPods(bench.kubeconfig);
    await kill(one, ["kube-apiserver", "containerd"]);
    expect((await benchStatus({ name: one })).ready).toBe(false);
    const repaired = await benchUp({ name: one, images: [] });
    const [after] = await coreDnsPods(repaired.kubeconfig);
    expect(repaired).toEqual(bench);
    expect((await benchStatus({ name: one })).ready).toBe(true);
    expect(after?.metadata?.uid).toBe(before?.metadata?.uid);
    expect(after?.status?.containerStatuses?.[0]?.restartCount).toBe(0);
  });

  test("is repaired after kill -9 of what holds its namespaces and its port", async () => {
    const bench = await benchUp({ name: one, images: [] });
    await kill(one, ["anchor", "relay", "kubelet", "kube-proxy"]);
    const repaired = await benchUp({ name: one, images: [] });
    expect(repaired).toEqual(bench);
    expect((await benchStatus({ name: one })).ready).toBe(true);
  });

  test("starts empty after kill -9 of everything, with the same kubeconfig", async () => {
    const bench = await benchUp({ name: one, images: [] });
    for (const pid of controlGroupPids(bench.controlGroup)) process.kill(pid, "SIGKILL");
    const fresh = await benchUp({ name: one, images: [] });
    expect(fresh.id).not.toBe(bench.id);
    expect({ ...fresh, id: "" }).toEqual({ ...bench, id: "" });
    expect((await benchStatus({ name: one })).ready).toBe(true);
  });

  test("does not notice another bench beside it; down of one leaves the other", async () => {
    const [first, second] = await Promise.all([
      benchUp({ name: one, images: [] }),
      benchUp({ name: two, images: [] }),
    ]);
    expect(await listBenches()).toEqual(expect.arrayContaining([one, two]));
    expect(second.apiServerPort).not.toBe(first.apiServerPort);
    const [a] = await coreDnsPods(first.kubeconfig);
    const [b] = await coreDnsPods(second.kubeconfig);
    expect(a?.metadata?.uid).not.toBe(b?.metadata?.uid);
    expect(await benchDown({ name: two })).toBe(true);
    expect(traces(second)).toEqual([]);
    expect((await benchStatus({ name: one })).ready).toBe(true);
  });

  test("leaves no trace after down, and a second down has nothing to do", async () => {
    const bench = await benchUp({ name: one, images: [] });
    expect(traces(bench)).not.toEqual([]);
    expect(await benchDown({ name: one })).toBe(true);
    expect(traces(bench)).toEqual([]);
    expect(await benchDown({ name: one })).toBe(false);
    expect(await benchStatus({ name: one })).toMatchObject({ ready: false, memoryBytes: 0 });
  });

  test("is removed by down after a start that failed in the middle", async () => {
    const { data } = benchPaths(one);
    const started = benchUp({
      name: one,
      images: [],
      onProgress: ({ step, state }) => {
        if (step === "containerd" && state === "finished") throw new Error("interrupted");
      },
    });
    await expect(started).rejects.toThrow("interrupted");
    expect(existsSync(data)).toBe(true);
    expect(await benchDown({ name: one })).toBe(true);
    expect(groupDirectories(benchPaths(one).controlGroup)).toEqual([]);
    expect(existsSync(data)).toBe(false);
  });
});

function pids(status: Awaited<ReturnType<typeof benchStatus>>): readonly (number | undefined)[] {
  return status.components.map(({ pid }) => pid);
}

async function kill(name: string, components: readonly ComponentName[]): Promise<void> {
  const status = await benchStatus({ name });
  for (const { name: component, pid } of status.components) {
    if (pid !== undefined && components.includes(component)) process.kill(pid, "SIGKILL");
  }
}

async function coreDnsPods(kubeconfig: string) {
  const cluster = new KubeConfig();
  cluster.loadFromFile(kubeconfig);
  const pods = await cluster
    .makeApiClient(CoreV1Api)
    .listNamespacedPod({ namespace: "kube-system", labelSelector: "k8s-app=kube-dns" });
  return pods.items;
}

/** Everything on this machine that tells of a bench. */
function traces(bench: Bench): readonly string[] {
  const { run } = benchPaths(bench.name);
  const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
  return [
    ...[bench.dataDirectory, run, bench.netns].filter((path) => existsSync(path)),
    ...mounts.filter(
      (line) => line.includes(`heddle-${bench.name}`) || line.includes(`/${bench.name}/`),
    ),
    ...groupDirectories(bench.controlGroup),
    ...processes(bench),
  ];
}

/** Live processes with the bench's folder in their command line. */
function processes(bench: Bench): readonly string[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const command = readFileSync(`/proc/${entry}/cmdline`, "utf8").replaceAll("\0", " ");
        return command.includes(`/${bench.name}/`) ? [command] : [];
      } catch {
        return []; // ended while we looked
      }
    });
}
