import type { TestProject } from "vitest/node";
import {
  benchDown,
  benchStatus,
  benchUp,
  clusterFromEnvironment,
} from "../../../bench/cluster/index.ts";
import { ensureTools, istioAssets, progressLine, toolsFor } from "../../../tools/index.ts";

/** The bench that all end-to-end tests share. */
const benchName = "test";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the kubeconfig of the cluster under test. */
    kubeconfig: string;
  }
}

/**
 * Brings up one cluster for the whole run: the user's own where `KUBECONFIG` is set, else a bench, which is removed at
 * the end unless `HEDDLE_KEEP_BENCH` is set. A bench that ran before stays: another run may be using it.
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
  const { ready: wasThere } = await benchStatus({ name: benchName });
  const bench = await benchUp({
    name: benchName,
    onProgress: ({ step, state }) => {
      say(`bench: ${step} ${state}`);
    },
  });
  project.provide("kubeconfig", bench.kubeconfig);
  return async () => {
    if (wasThere || process.env["HEDDLE_KEEP_BENCH"] !== undefined) return;
    await benchDown({ name: benchName });
  };
}
