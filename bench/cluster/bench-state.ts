import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { BenchPaths } from "./bench-paths.ts";

const processRecord = z.object({
  pid: z.int().positive(),
  /** Start time in clock ticks since boot: with the pid it names one process for ever. */
  startTime: z.string(),
  /** Hash of the command line: another one means that the component has to be started again. */
  command: z.string(),
});

const benchState = z.object({
  version: z.literal(1),
  /** Identity of the cluster's content. */
  id: z.string(),
  apiServerPort: z.int(),
  /** Boot of the machine in which the processes were started. */
  bootId: z.string(),
  processes: z.record(z.string(), processRecord),
});

/** A process that we started, in a form that survives the reuse of its pid. */
export type ProcessRecord = z.infer<typeof processRecord>;

/** What has to be remembered between two commands. */
export type BenchState = z.infer<typeof benchState>;

/** The remembered state; undefined when there is none or when it cannot be read as such. */
export async function readBenchState(paths: BenchPaths): Promise<BenchState | undefined> {
  try {
    return benchState.parse(JSON.parse(await readFile(paths.state, "utf8")));
  } catch {
    // A torn or foreign file is treated as a bench that has to be built anew.
    return undefined;
  }
}

/**
 * Writes the state so that a reader, or a crash in between, sees the old one or the new one. Synchronous, so that no
 * interrupt fits between the start of a process and the note of it.
 */
export function writeBenchState(paths: BenchPaths, state: BenchState): void {
  mkdirSync(dirname(paths.state), { recursive: true, mode: 0o700 });
  const draft = `${paths.state}.${String(process.pid)}`;
  writeFileSync(draft, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(draft, paths.state);
}

/** Identity of this boot of the machine: pids recorded in another one mean nothing. */
export async function currentBootId(): Promise<string> {
  return (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
}
