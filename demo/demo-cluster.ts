import { createHash } from "node:crypto";
import { benchDown, benchUp, clusterFromEnvironment } from "../bench/cluster/index.ts";

/** The bench of the demo; another one than a user's own. */
const benchName = "demo";

/** The cluster that the demo runs on. */
export interface DemoCluster {
  readonly kubeconfig: string;
  /** Tells clusters apart, also two benches of the same name of which one came after the other. */
  readonly id: string;
}

/** The user's own cluster, where `KUBECONFIG` is set. */
export function externalCluster(): DemoCluster | undefined {
  const cluster = clusterFromEnvironment();
  if (cluster.kind === "bench") return undefined;
  const digest = createHash("sha256").update(cluster.kubeconfig).digest("hex");
  return { kubeconfig: cluster.kubeconfig, id: `external-${digest.slice(0, 12)}` };
}

/** The user's own cluster, else a local bench. */
export async function startCluster(onProgress: (line: string) => void): Promise<DemoCluster> {
  const external = externalCluster();
  if (external !== undefined) return external;
  const bench = await benchUp({
    name: benchName,
    onProgress: ({ step, detail }) => {
      onProgress(detail === undefined ? step : `${step}: ${detail}`);
    },
  });
  return { kubeconfig: bench.kubeconfig, id: bench.id };
}

/** Removes the bench with everything on it. A user's own cluster is not touched. */
export async function stopCluster(): Promise<void> {
  if (externalCluster() === undefined) await benchDown({ name: benchName });
}
