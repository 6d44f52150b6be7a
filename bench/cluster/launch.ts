import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeBenchState, type BenchState, type ProcessRecord } from "./bench-state.ts";
import type { BenchPaths } from "./bench-paths.ts";
import type { Component } from "./component.ts";
import { componentsProcs } from "./control-groups.ts";
import { isRunning, processStartTime } from "./process-identity.ts";
import { systemEnvironment } from "./system-environment.ts";

/** What a component is started into. */
export interface LaunchContext {
  readonly paths: BenchPaths;
  /** Changed in place and written to disk with every process that is started. */
  readonly state: BenchState;
  /** A process in the mount namespace of the bench. */
  readonly mountNamespacePid?: number;
}

/**
 * Starts a component detached from this process, in the namespaces and the control group of the bench, with its
 * output in `logs/<name>.log`, and notes it in the state.
 *
 * @param ipc opens a message channel to the new process
 */
export function launch(component: Component, context: LaunchContext, ipc = false): ChildProcess {
  const { paths, state } = context;
  mkdirSync(paths.logs, { recursive: true, mode: 0o700 });
  for (const [path, content] of Object.entries(component.files ?? {})) {
    writeFileSync(path, content, { mode: 0o600 });
  }
  const log = openSync(join(paths.logs, `${component.name}.log`), "a", 0o600);
  try {
    // The shell joins the control group and then becomes the component: nothing it ever starts escapes.
    const join = ["-c", 'echo $$ > "$0" && exec "$@"', componentsProcs(paths.controlGroup)];
    const enter = [`--net=${paths.netns}`, ...mountArguments(component, context), "--"];
    const command = ["nsenter", ...enter, component.command, ...component.args];
    const child = spawn("/bin/sh", [...join, ...command], {
      detached: true,
      cwd: "/",
      env: { ...systemEnvironment(), HOME: paths.data, ...component.env },
      stdio: ipc ? ["ignore", log, log, "ipc"] : ["ignore", log, log],
    });
    const record = recordOf(child, component);
    if (record !== undefined) {
      state.processes[component.name] = record;
      writeBenchState(paths, state);
    }
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Whether the component runs and was started with the same command line and files as it would be now. */
export function isCurrent(component: Component, state: BenchState): boolean {
  const record = state.processes[component.name];
  return isRunning(record) && record.command === fingerprint(component);
}

function recordOf(child: ChildProcess, component: Component): ProcessRecord | undefined {
  const startTime = child.pid === undefined ? undefined : processStartTime(child.pid);
  return child.pid === undefined || startTime === undefined
    ? undefined
    : { pid: child.pid, startTime, command: fingerprint(component) };
}

function fingerprint({ command, args, files, env }: Component): string {
  return createHash("sha256")
    .update(JSON.stringify([command, args, files, env]))
    .digest("hex");
}

function mountArguments(component: Component, context: LaunchContext): readonly string[] {
  const pid = context.mountNamespacePid;
  return component.mounts === "bench" && pid !== undefined
    ? [`--mount=/proc/${String(pid)}/ns/mnt`]
    : [];
}
