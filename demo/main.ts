import { existsSync, writeSync } from "node:fs";
import { rm } from "node:fs/promises";
import { Command } from "@commander-js/extra-typings";
import { Listr } from "listr2";
import { formatDiagnostics, HeddleError } from "../diagnostics/index.ts";
import { externalCluster, stopCluster } from "./demo-cluster.ts";
import { demoFolder, demoPaths } from "./demo-paths.ts";
import { demoSteps, type DemoRun } from "./demo-run.ts";
import { openDemoWorkspace } from "./demo-workspace.ts";
import { printOutcomes } from "./print-outcomes.ts";
import { removeStranger } from "./stranger-pod.ts";

const nextOnBench = `
  ./bin/heddle bench status --name demo        what runs, and how much memory it takes
  ./bin/heddle bench exec --name demo -- kubectl get pods -A`;
const nextOnYours = `
  kubectl get pods -A                          what runs on your cluster now`;

/** What to try after a run; a cluster of the user's own has no bench. */
const next = (): string => `Try next:${externalCluster() === undefined ? nextOnBench : nextOnYours}
  ./bin/heddle check mesh.yaml                 change a weight or a name in mesh.yaml first
  npm run demo                                 again: what is up stays up
  npm run demo -- --down                       removes everything`;

async function runDemo(json: boolean): Promise<number> {
  const started = performance.now();
  const run: DemoRun = { outcomes: [], said: [] };
  // Progress goes to standard error, so that standard output holds the result alone.
  await new Listr<DemoRun>([...demoSteps], {
    rendererOptions: { collapseSubtasks: false },
    registerSignalListeners: false,
    ctx: run,
  }).run();
  const passed = run.outcomes.every(({ pass }) => pass);
  if (json) {
    process.stdout.write(`${JSON.stringify({ passed, outcomes: run.outcomes }, undefined, 2)}\n`);
    return passed ? 0 : 1;
  }
  const color = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const verdict = passed ? "Everything as intended" : "NOT everything as intended";
  process.stdout.write(`\n${printOutcomes(run.outcomes, color)}\n\n`);
  process.stdout.write(`The policy gate said:\n${run.said.at(-1) ?? ""}\n\n`);
  process.stdout.write(`${verdict}, after ${seconds} s.\n\n${next()}\n`);
  return passed ? 0 : 1;
}

/** Istio's charts keep them: with a definition go all objects of its kind, also those that are not the demo's. */
const keptOnYours = `
Istio's charts leave the definitions of Istio's kinds on the cluster. If nothing else needs them:
  kubectl delete crd -l app=istio-pilot,release=istio`;

async function removeDemo(): Promise<number> {
  const cluster = externalCluster();
  if (cluster !== undefined && existsSync(demoPaths(cluster.id).workspace)) {
    const { stack } = await openDemoWorkspace(demoPaths(cluster.id), cluster.kubeconfig);
    await stack.destroy({ onOutput: (text) => process.stderr.write(text) });
    await removeStranger(cluster.kubeconfig);
  }
  await stopCluster();
  await rm(demoFolder(), { recursive: true, force: true });
  process.stdout.write(`The demo is removed.${cluster === undefined ? "" : keptOnYours}\n`);
  return 0;
}

const { down, json } = new Command("npm run demo --")
  .description(
    "Deploys an online shop with its mesh on a real local cluster and sends real traffic.",
  )
  .option("--down", "remove everything that the demo made")
  .option("--json", "print the outcomes as JSON")
  .parse()
  .opts();

// Pulumi gets the same signal from the terminal and ends its update in order; the next run repairs what it left.
process.once("SIGINT", () => {
  // Said last: the progress display tidies up on exit and would take the lines below it away.
  process.once("exit", () => {
    writeSync(2, "\nInterrupted. To go on: npm run demo. To remove all: npm run demo -- --down\n");
  });
  process.exit(130);
});

try {
  process.exitCode = down ? await removeDemo() : await runDemo(json ?? false);
} catch (error) {
  const text = error instanceof HeddleError ? formatDiagnostics(error.diagnostics) : String(error);
  process.stderr.write(`\n${text}\n\nTo remove what the demo has made: npm run demo -- --down\n`);
  process.exitCode = 2;
}
