import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { Argument, Command, Option } from "@commander-js/extra-typings";
import Table from "cli-table3";
import {
  askedImageNames,
  benchDown,
  benchExec,
  benchImageNames,
  benchLogs,
  benchStatus,
  benchSteps,
  benchUp,
  componentNames,
  findBench,
  installIstio,
  listBenches,
  progressSteps,
  showProgress,
  type Bench,
  type BenchStatus,
} from "../bench/cluster/index.ts";
import { exitCode } from "./exit-code.ts";

const nameOption = ["--name <name>", "name of the bench; several run side by side", "dev"] as const;

/** `heddle bench`: the local cluster. Failures are thrown as `HeddleError`. */
export function benchCommand() {
  return (
    new Command("bench")
      .description("Run a real cluster on this machine, inside one network namespace")
      // Options after the command of "exec" are that command's.
      .enablePositionalOptions()
      .addCommand(upCommand())
      .addCommand(statusCommand())
      .addCommand(downCommand())
      .addCommand(logsCommand())
      .addCommand(execCommand())
      .addCommand(kubeconfigCommand())
  );
}

function upCommand() {
  return new Command("up")
    .description("Bring the bench up, or complete one that is half up")
    .option(...nameOption)
    .option("--istio", "install Istio's control plane, too")
    .option("--bare", "import no images beyond the cluster's own")
    .addOption(
      new Option("--images <names...>", "import these as well, which few benches need").choices(
        askedImageNames,
      ),
    )
    .option("--json", "print the bench as JSON")
    .action(async ({ name, istio, bare, images: asked = [], json }) => {
      const left = [
        ...(istio ? [] : ["istio"]),
        ...(bare && asked.length === 0 ? ["mesh images"] : []),
      ];
      const steps = benchSteps.filter((step) => !left.includes(step));
      const bench = await showProgress(steps, async (onProgress) => {
        const images = [...(bare ? [] : benchImageNames), ...asked];
        const up = await benchUp({ name, images, onProgress });
        if (istio) await progressSteps(onProgress)("istio", () => installIstio(up));
        return up;
      });
      console.log(json ? JSON.stringify(bench, undefined, 2) : readyText(bench));
    });
}

function statusCommand() {
  return new Command("status")
    .description("Show whether the bench is ready; exit code 1 when it is not")
    .option(...nameOption)
    .option("--json", "print the status as JSON")
    .action(async ({ name, json }) => {
      const status = await benchStatus({ name });
      console.log(json ? JSON.stringify(status, undefined, 2) : statusText(status));
      if (!status.ready) process.exitCode = exitCode.findings;
    });
}

function downCommand() {
  return new Command("down")
    .description("Remove the bench with everything that belongs to it")
    .option(...nameOption)
    .option("--all", "remove every bench of this user")
    .action(async ({ name, all }) => {
      for (const each of all ? await listBenches() : [name]) {
        const removed = await benchDown({ name: each });
        console.log(removed ? `bench ${each} removed` : `there is no bench ${each}`);
      }
    });
}

function logsCommand() {
  return new Command("logs")
    .description("Print the log of a component")
    .addArgument(new Argument("<component>", "which log").choices(componentNames))
    .option(...nameOption)
    .option("--follow", "go on with what is written from now on")
    .action(async (component, { name, follow = false }) => {
      const log = benchLogs({ name, component, follow });
      log.pipe(process.stdout);
      await once(log, "close");
    });
}

function execCommand() {
  return new Command("exec")
    .description("Run a command inside the network namespace of the bench, with KUBECONFIG set")
    .argument("<command...>", "the command, after two dashes")
    .option(...nameOption)
    .passThroughOptions()
    .action(async (command, { name }) => {
      const result = await benchExec({ name }, command, { stdio: "inherit" });
      process.exitCode = result.exitCode;
    });
}

function kubeconfigCommand() {
  return new Command("kubeconfig")
    .description(
      "Print the path of the bench's kubeconfig: export KUBECONFIG=$(heddle bench kubeconfig)",
    )
    .option(...nameOption)
    .option("--raw", "print its content, which holds a token, instead of its path")
    .action(async ({ name, raw }) => {
      const { kubeconfig } = await findBench(name);
      console.log(raw ? (await readFile(kubeconfig, "utf8")).trimEnd() : kubeconfig);
    });
}

function readyText({ name, kubeconfig }: Bench): string {
  return `bench ${name} is ready\nexport KUBECONFIG=${kubeconfig}`;
}

function statusText({
  name,
  ready,
  components,
  nodeReady,
  pods,
  memoryBytes,
}: BenchStatus): string {
  const table = new Table({
    head: ["component", "ready", "pid", "memory"],
    style: { head: [], border: [], compact: true },
  });
  for (const { name: component, ready: up, pid, residentBytes } of components) {
    table.push([
      component,
      yesNo(up),
      pid === undefined ? "–" : String(pid),
      megabytes(residentBytes),
    ]);
  }
  table.push(["node", yesNo(nodeReady), "", ""]);
  for (const pod of pods) table.push([`pod ${pod.name}`, yesNo(pod.ready), "", ""]);
  const state = ready ? "ready" : "not ready";
  return `${table.toString()}\nbench ${name} is ${state}; memory of everything: ${megabytes(memoryBytes)}`;
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
