import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation/index.js";
import { pulumiEnvironment } from "../tools/pulumi-environment.ts";

/** What one command cost. */
export interface Cost {
  /** Wall time of the whole command. */
  readonly seconds: number;
  /** Largest resident memory of the program's process, MiB. */
  readonly programMemory: number;
  /** Processor time of the program's process. */
  readonly programSeconds: number;
}

/** A stack of one of the programs beside, whose commands are measured. */
export interface MeasuredStack {
  preview(): Promise<Cost>;
  up(): Promise<Cost>;
  destroy(): Promise<void>;
}

/** Makes a stack whose program is a file of `programs/`, with a project folder and state of its own. */
export async function measuredStack(
  program: string,
  options: {
    readonly folder: string;
    readonly kubeconfig: string;
    /** Without the namespace `heddle:`. */
    readonly config: Readonly<Record<string, string>>;
  },
): Promise<MeasuredStack> {
  const workDir = join(options.folder, program);
  await mkdir(join(workDir, "state"), { recursive: true });
  const main = join(import.meta.dirname, "programs", `${program}.ts`);
  const runtime = "{ name: nodejs, options: { typescript: false } }";
  await writeFile(
    join(workDir, "Pulumi.yaml"),
    `name: ${program}\nmain: ${main}\nruntime: ${runtime}\n`,
  );
  const { env } = await pulumiEnvironment({
    backend: `file://${join(workDir, "state")}`,
    passphrase: "benchmark",
  });
  process.env["PATH"] = env["PATH"] ?? "";
  const usage = pathToFileURL(join(import.meta.dirname, "report-usage.mjs")).href;
  const envVars = {
    ...env,
    KUBECONFIG: options.kubeconfig,
    HEDDLE_USAGE: workDir,
    NODE_OPTIONS: `--import ${usage}`,
  };
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName: "benchmark", workDir },
    { envVars },
  );
  for (const [key, value] of Object.entries(options.config)) {
    await stack.setConfig(`heddle:${key}`, { value });
  }
  return commands(stack, workDir);
}

function commands(stack: Stack, workDir: string): MeasuredStack {
  const measure = async (command: () => Promise<unknown>): Promise<Cost> => {
    const start = performance.now();
    await command();
    const seconds = (performance.now() - start) / 1000;
    const usage = JSON.parse(await readFile(join(workDir, "usage.json"), "utf8")) as {
      readonly kibibytes: number;
      readonly cpuMicroseconds: number;
    };
    return {
      seconds,
      programMemory: usage.kibibytes / 1024,
      programSeconds: usage.cpuMicroseconds / 1e6,
    };
  };
  return {
    preview: () => measure(() => stack.preview()),
    up: () => measure(() => stack.up()),
    destroy: async () => {
      await stack.destroy();
    },
  };
}
