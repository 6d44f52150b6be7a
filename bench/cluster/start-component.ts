import { readFileSync } from "node:fs";
import { join } from "node:path";
import { benchError } from "./bench-error.ts";
import type { Component } from "./component.ts";
import { isCurrent, launch, type LaunchContext } from "./launch.ts";
import { isRunning, signalProcess } from "./process-identity.ts";
import { waitUntil } from "./wait-until.ts";

/**
 * Starts a component unless it runs as it should. One that runs with another command line or configuration is ended
 * first.
 *
 * @returns whether it was started now
 */
export async function startComponent(
  component: Component,
  context: LaunchContext,
): Promise<boolean> {
  if (isCurrent(component, context.state)) return false;
  const old = context.state.processes[component.name];
  if (isRunning(old)) {
    signalProcess(old, "SIGKILL");
    await waitUntil(() => !isRunning(old), { timeout: 10_000, interval: 20 });
  }
  launch(component, context);
  return true;
}

/**
 * Waits for a condition while components must stay alive.
 *
 * @param what names the condition in the error, for example "the node is ready"
 * @throws HeddleError HED5003 at once when one of the components ends, or when time runs out
 */
export async function waitWhileRunning(
  what: string,
  components: readonly Component[],
  context: LaunchContext,
  condition: () => boolean | Promise<boolean>,
  timeout = 120_000,
): Promise<void> {
  const abort = (): void => {
    const dead = components.find(({ name }) => !isRunning(context.state.processes[name]));
    if (dead)
      throw componentFailed(`${dead.name} ended while waiting until ${what}`, dead, context);
  };
  if (await waitUntil(condition, { timeout, abort })) return;
  const last = components.at(-1);
  const message = `waited ${String(timeout / 1000)} s until ${what}, in vain`;
  throw componentFailed(message, last, context);
}

function componentFailed(
  message: string,
  component: Component | undefined,
  context: LaunchContext,
) {
  const { name } = context.paths;
  const lines = component ? lastLines(join(context.paths.logs, `${component.name}.log`)) : "";
  return benchError({
    code: "HED5003",
    message: lines ? `${message}; it said last: ${lines}` : message,
    fix: `read its log: heddle bench logs ${component?.name ?? "kubelet"} --name ${name}; then run: heddle bench up --name ${name}`,
  });
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-3).join(" | ").slice(-600);
  } catch {
    return "";
  }
}
