import { constants } from "node:os";
import { execa } from "execa";
import { benchError } from "./bench-error.ts";
import { benchPaths } from "./bench-paths.ts";
import type { Bench } from "./bench.ts";
import { componentsProcs } from "./control-groups.ts";
import { findBench } from "./find-bench.ts";
import { systemEnvironment } from "./system-environment.ts";

/** How a command inside a bench is run. */
export interface BenchExecOptions {
  /** `inherit`: it uses the terminal of this process. Default `pipe`: its output is captured as text. */
  readonly stdio?: "pipe" | "inherit";
  /** Milliseconds after which it is ended. Default never. */
  readonly timeout?: number;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Text for its standard input. */
  readonly input?: string;
}

/** How a command inside a bench ended. */
export interface BenchExecResult {
  /** Exit code; 128 plus the signal's number when a signal ended it. */
  readonly exitCode: number;
  /** Empty when the output was not captured. */
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command inside the network namespace of a bench, where pods and services can be reached, with `KUBECONFIG`
 * set. It belongs to the bench: `benchDown` ends it. Its failure is told by the exit code, not thrown.
 *
 * @throws HeddleError HED1009 when there is no command, HED5003 when there is no such bench
 */
export async function benchExec(
  bench: Pick<Bench, "name">,
  command: readonly string[],
  { stdio = "pipe", timeout = 0, env = {}, input }: BenchExecOptions = {},
): Promise<BenchExecResult> {
  const { netns, insideKubeconfig, controlGroup } = benchPaths(bench.name);
  if (command.length === 0) {
    throw benchError({
      code: "HED1009",
      message: "no command was given to run inside the bench",
      fix: "give one after two dashes: heddle bench exec -- kubectl get pods",
    });
  }
  await findBench(bench.name);
  const join = ["-c", 'echo $$ > "$0" && exec "$@"', componentsProcs(controlGroup)];
  const result = await execa("/bin/sh", [...join, "nsenter", `--net=${netns}`, "--", ...command], {
    stdin: stdio === "inherit" && input === undefined ? "inherit" : "pipe",
    stdout: stdio,
    stderr: stdio,
    reject: false,
    timeout,
    env: { ...systemEnvironment(), KUBECONFIG: insideKubeconfig, ...env },
    ...(input === undefined ? {} : { input }),
  });
  const { stdout, stderr, exitCode, signal } = result;
  const code = exitCode ?? 128 + (signal ? constants.signals[signal] : 0);
  return { exitCode: code, stdout: stdout ?? "", stderr: stderr ?? "" };
}
