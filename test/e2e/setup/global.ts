import type { TestProject } from "vitest/node";
import {
  benchDown,
  benchStatus,
  benchUp,
  clusterFromEnvironment,
} from "../../../bench/cluster/index.ts";
import { ensureTools, istioAssets, progressLine, toolsFor } from "../../../tools/index.ts";
import { benchOfWorker } from "./bench-of-worker.ts";
import { workers } from "./workers.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the kubeconfig of the cluster under test. */
    kubeconfig: string;
  }
}

/**
 * Brings up the cluster of the first worker: the user's own where `KUBECONFIG` is set, else a bench. Other workers start
 * theirs. All are removed at the end unless `HEDDLE_KEEP_BENCH` is set; one that ran before stays: another run may be
 * using it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  await ensureTools(toolsFor("all"), {
    onProgress: (progress) => {
      if (progress.kind !== "found") say(progressLine(progress));
    },
  });
  await istioAssets();
  const cluster = clusterFromEnvironment();
  if (cluster.kind === "external") {
    project.provide("kubeconfig", cluster.kubeconfig);
    return () => Promise.resolve();
  }
  const names = Array.from({ length: workers }, (_, index) => benchOfWorker(index + 1));
  const before = await Promise.all(names.map((name) => benchStatus({ name })));
  const bench = await benchUp({
    name: benchOfWorker(1),
    onProgress: ({ step, state }) => {
      say(`bench: ${step} ${state}`);
    },
  });
  project.provide("kubeconfig", bench.kubeconfig);
  return async () => {
    if (process.env["HEDDLE_KEEP_BENCH"] !== undefined) return;
    const made = before.filter(({ ready }) => !ready);
    await Promise.all(made.map(({ name }) => benchDown({ name })));
  };
}
