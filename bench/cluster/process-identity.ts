import { readFileSync } from "node:fs";
import type { ProcessRecord } from "./bench-state.ts";

/** Flag of a process that is on its way out (`PF_EXITING` of the kernel). */
const exiting = 0x4;

/** The bit of SIGKILL among pending signals. */
const killed = 1 << 8;

/**
 * Start time of a live process in clock ticks since boot; undefined when it is gone, a zombie, or was killed and is
 * about to be.
 */
export function processStartTime(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
  } catch {
    return undefined;
  }
  // The command name stands in parentheses and may hold anything, so fields are counted after the last one.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state = "X"] = fields;
  const isDying = (Number(fields[6]) & exiting) !== 0 || (Number(fields[28]) & killed) !== 0;
  return isDying || state === "Z" || state === "X" ? undefined : fields[19];
}

/** Whether the recorded process still runs: the same pid, started at the same time. */
export function isRunning(record: ProcessRecord | undefined): record is ProcessRecord {
  return record !== undefined && processStartTime(record.pid) === record.startTime;
}

/** Sends a signal to a recorded process, and only to it. A process that is gone is no error. */
export function signalProcess(record: ProcessRecord, signal: NodeJS.Signals): void {
  if (isRunning(record)) signalPid(record.pid, signal);
}

/** Sends a signal to a pid; a process that ended meanwhile is no error. */
export function signalPid(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ESRCH")) throw cause;
  }
}
