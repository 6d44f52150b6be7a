import { existsSync } from "node:fs";
import { glob, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const lockSchema = z.looseObject({ pid: z.int() });

/**
 * Removes locks that a killed `pulumi` left in the demo's own state. Pulumi never does: its locks hold for every
 * machine that shares a backend, and this one is shared with nobody.
 */
export async function releaseStaleLocks(backend: string): Promise<void> {
  for await (const file of glob(join(backend, ".pulumi", "locks", "**", "*.json"))) {
    const lock = lockSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
    if (lock.success && !existsSync(`/proc/${String(lock.data.pid)}`)) await rm(file);
  }
}
