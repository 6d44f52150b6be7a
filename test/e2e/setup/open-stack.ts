import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation/index.js";
import { stringify } from "yaml";
import { pulumiEnvironment } from "../../../tools/pulumi-environment.ts";

/** A Pulumi stack of its own, in a folder that goes with it. */
export interface OpenStack {
  readonly stack: Stack;
  /** `pulumi up`; throws with Pulumi's own words. Gives what happened to how many resources. */
  up(config?: Readonly<Record<string, string>>): Promise<Readonly<Record<string, number>>>;
  /** `pulumi destroy`, and the folder as well. */
  close(): Promise<void>;
}

/**
 * Pulumi writes the whole state before and after every resource, with all schemas of Istio's kinds: a third of its
 * work. What repairs an interrupted `up` is of no use to a stack that goes with its test.
 */
export const savedOnce = { PULUMI_SKIP_CHECKPOINTS: "true" } as const;

/**
 * Opens a stack of a program of this checkout on a cluster. What a bench needs to know (whose images were made on it)
 * is part of the settings, as a user's cluster would have it.
 */
export async function openStack(
  program: string,
  kubeconfig: string,
  config: Readonly<Record<string, string>> = {},
): Promise<OpenStack> {
  const root = await mkdtemp(join(tmpdir(), "heddle-stack-"));
  const backend = join(root, "backend");
  await mkdir(backend);
  await writeFile(
    join(root, "Pulumi.yaml"),
    stringify({
      name: "test",
      runtime: { name: "nodejs", options: { typescript: false } },
      main: program,
    }),
  );
  const { env } = await pulumiEnvironment({
    backend: `file://${backend}`,
    passphrase: "not a secret",
  });
  // The Automation API finds the CLI on this process's own PATH, not on that of `envVars`.
  process.env["PATH"] = env["PATH"] ?? "";
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName: "test", workDir: root },
    { envVars: { ...env, KUBECONFIG: kubeconfig, ...savedOnce } },
  );
  const set = async (values: Readonly<Record<string, string>>): Promise<void> => {
    for (const [key, value] of Object.entries(values)) await stack.setConfig(key, { value });
  };
  await set({ "kubernetes:enableConfigMapMutable": "true", ...config });
  return {
    stack,
    async up(changed = {}) {
      await set(changed);
      let output = "";
      try {
        const { summary } = await stack.up({
          color: "never",
          onOutput: (text) => void (output += text),
        });
        return summary.resourceChanges ?? {};
      } catch (error) {
        throw new Error(`pulumi up failed\n${output}`, { cause: error });
      }
    },
    async close() {
      await stack.destroy();
      await rm(root, { recursive: true, force: true });
    },
  };
}
