import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { lock } from "proper-lockfile";

/** A lock whose owner did not renew it for this long, in milliseconds, belongs to a dead process. */
const STALE = 15_000;

/** How often a waiting run looks again, in milliseconds. */
const RETRY = 500;

/** How long a run waits for another one, in milliseconds: longer than everything takes. */
const MAX_WAIT = 2 * 60 * 60 * 1000;

/**
 * Runs `work` while no other process on this machine works on `target`. Calls `onWait` once when
 * another one does. A lock left behind by a killed process is taken over.
 */
export async function withInstallLock<Result>(
  target: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const release = await acquire(target, onWait);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(target: string, onWait: () => void): Promise<() => Promise<void>> {
  await mkdir(dirname(target), { recursive: true });
  const deadline = Date.now() + MAX_WAIT;
  for (let attempt = 0; ; attempt++) {
    try {
      return await lock(target, { realpath: false, stale: STALE, update: STALE / 3 });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== "ELOCKED" || Date.now() > deadline) throw error;
      if (attempt === 0) onWait();
      await delay(RETRY);
    }
  }
}
