import { inject } from "vitest";
import { benchUp } from "../../../bench/cluster/index.ts";
import { benchOfWorker } from "./bench-of-worker.ts";

/**
 * Path of the kubeconfig of the cluster that this file has for itself while it runs. The first worker has the cluster
 * of the run; another one, which there is only on benches, starts its own when its first file begins.
 */
export const kubeconfig = await clusterOfWorker();

async function clusterOfWorker(): Promise<string> {
  const name = benchOfWorker(Number(process.env["VITEST_POOL_ID"]));
  const isFirst = name === benchOfWorker(1);
  return isFirst ? inject("kubeconfig") : (await benchUp({ name })).kubeconfig;
}
