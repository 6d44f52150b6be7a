import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation/index.js";
import { parseDocument } from "yaml";
import { z } from "zod";
import { pulumiEnvironment } from "../tools/pulumi-environment.ts";
import type { DemoPaths } from "./demo-paths.ts";
import { releaseStaleLocks } from "./release-stale-locks.ts";

const stateSchema = z.looseObject({ pending_operations: z.array(z.unknown()).nullish() });

const checkout = join(import.meta.dirname, "..");

/** The name of the stack that the demo deploys; its settings are `Pulumi.dev.yaml`. */
export const demoStack = "dev";

/** A Pulumi stack with everything around it that a command needs. */
export interface DemoWorkspace {
  readonly stack: Stack;
  /** Changes the weights of a service's split in the environment overlay: what a change of traffic is. */
  setSplit(service: string, weights: Readonly<Record<string, number>>): Promise<void>;
  /** Puts the environment overlay back to what it is in the checkout. */
  resetEnvironment(): Promise<void>;
}

/**
 * Opens the stack of the demo: the checkout's own program with the checkout's own settings, in a project folder of the
 * demo, so that a run leaves no trace in the checkout (Pulumi writes its salt into the settings).
 */
export async function openDemoWorkspace(
  paths: DemoPaths,
  kubeconfig: string,
): Promise<DemoWorkspace> {
  await mkdir(paths.workspace, { recursive: true });
  await mkdir(paths.backend, { recursive: true });
  await writeProject(paths);
  await releaseStaleLocks(paths.backend);
  if (!existsSync(paths.passphraseFile)) {
    await writeFile(paths.passphraseFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  const { env } = await pulumiEnvironment({
    backend: `file://${paths.backend}`,
    passphraseFile: paths.passphraseFile,
  });
  // The Automation API finds the CLI on this process's own PATH, not on that of `envVars`.
  process.env["PATH"] = env["PATH"] ?? "";
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName: demoStack, workDir: paths.workspace },
    { envVars: { ...env, KUBECONFIG: kubeconfig } },
  );
  await stack.setConfig("heddle:environment", { value: paths.environmentFile });
  await forgetInterrupted(stack);
  return {
    stack,
    resetEnvironment: () => copyEnvironment(paths),
    async setSplit(service, weights) {
      const overlay = parseDocument(await readFile(paths.environmentFile, "utf8"));
      overlay.setIn(["routes", service, "split"], weights);
      await writeFile(paths.environmentFile, overlay.toString());
    },
  };
}

/**
 * Repairs the state of an `up` that was interrupted while it made something: Pulumi does not know whether that exists.
 * Forgotten, it is made again, and what the cluster has already is taken over.
 */
async function forgetInterrupted(stack: Stack): Promise<void> {
  const exported = await stack.exportStack();
  const { pending_operations: pending } = stateSchema.parse(exported.deployment ?? {});
  if (pending?.length) await stack.refresh({ clearPendingCreates: true });
}

async function writeProject(paths: DemoPaths): Promise<void> {
  const project = parseDocument(await readFile(join(checkout, "Pulumi.yaml"), "utf8"));
  project.set("main", join(checkout, "index.ts"));
  await writeFile(join(paths.workspace, "Pulumi.yaml"), project.toString());
  const settings = `Pulumi.${demoStack}.yaml`;
  if (!existsSync(join(paths.workspace, settings))) {
    await copyFile(join(checkout, settings), join(paths.workspace, settings));
  }
  await copyEnvironment(paths);
}

function copyEnvironment({ environmentFile }: DemoPaths): Promise<void> {
  return copyFile(join(checkout, "environments", `${demoStack}.yaml`), environmentFile);
}
