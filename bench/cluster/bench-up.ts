import { ensureTools, progressLine } from "../../tools/index.ts";
import { benchImageNames, type BenchImageName } from "./bench-images.ts";
import { withBenchLock } from "./bench-lock.ts";
import { benchPaths, qualifiedName, type BenchPaths } from "./bench-paths.ts";
import type { BenchState } from "./bench-state.ts";
import type { Bench } from "./bench.ts";
import { bootCluster } from "./boot-cluster.ts";
import { clusterProgramNames } from "./cluster-programs.ts";
import { prepareBench } from "./prepare-bench.ts";
import { progressSteps, type BenchProgress } from "./progress.ts";
import { ensureRequirements } from "./requirements.ts";

/** What a bench has to be. */
export interface BenchUpOptions {
  /** Name of the bench; several run side by side. Default `dev`. */
  readonly name?: string;
  /** Images to import beyond those of the cluster itself. Default `benchImageNames`. */
  readonly images?: readonly BenchImageName[];
  readonly onProgress?: (progress: BenchProgress) => void;
}

/**
 * Brings a bench up, completes a half-dead one, or returns one that is up already. Ready means that the node takes
 * pods and the cluster's name server answers. A bench of which nothing runs any more (killed, or the machine was
 * restarted) starts as an empty cluster with a new `id`, at the same address and with the same credentials.
 *
 * @throws HeddleError HED5001 when this machine lacks something, HED5002 when a program cannot be built, HED5003 when
 *   a part does not become ready, HED1009 for a name that is not allowed
 */
export async function benchUp(options: BenchUpOptions = {}): Promise<Bench> {
  const { name = "dev", images = benchImageNames, onProgress } = options;
  const paths = benchPaths(name);
  const step = progressSteps(onProgress);
  await step("system", ensureRequirements);
  const programs = await step("tools", () =>
    ensureTools(clusterProgramNames, {
      onProgress: (progress) => {
        if (progress.kind === "found") return;
        onProgress?.({ step: "tools", state: "running", detail: progressLine(progress) });
      },
    }),
  );
  return withBenchLock(paths.name, async () => {
    const context = await step("namespaces", () => prepareBench(paths));
    await bootCluster({ context, programs, images, step });
    return describeBench(paths, context.state);
  });
}

/** A bench as its paths and its state describe it. */
export function describeBench(paths: BenchPaths, state: BenchState): Bench {
  return {
    name: paths.name,
    id: state.id,
    kubeconfig: paths.kubeconfig,
    insideKubeconfig: paths.insideKubeconfig,
    dataDirectory: paths.data,
    netns: paths.netns,
    controlGroup: paths.controlGroup,
    containerdSocket: paths.containerdSocket,
    apiServerPort: state.apiServerPort,
    node: qualifiedName(paths.name),
  };
}
