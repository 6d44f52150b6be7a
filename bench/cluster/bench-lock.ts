import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { lock, type LockOptions } from "proper-lockfile";
import { benchError } from "./bench-error.ts";
import { benchesDirectory } from "./bench-paths.ts";

const options: LockOptions = {
  realpath: false,
  // A lock whose holder died is free again after this time.
  stale: 10_000,
  update: 2_000,
  retries: { retries: 600, minTimeout: 200, maxTimeout: 200, factor: 1 },
  // The machine slept, or the folder was removed: what is being changed goes on all the same.
  onCompromised: () => undefined,
};

/**
 * Runs one change of a bench at a time; a second one waits up to two minutes for the first.
 *
 * @throws HeddleError HED5003 when another command holds the bench for longer
 */
export function withBenchLock<T>(name: string, change: () => Promise<T>): Promise<T> {
  return withLock(name, change);
}

/** Runs one change of what all benches share on the machine at a time. */
export function withHostLock<T>(change: () => Promise<T>): Promise<T> {
  // Not a name that a bench can have.
  return withLock(".host", change);
}

async function withLock<T>(name: string, change: () => Promise<T>): Promise<T> {
  const release = await acquire(name).catch((cause: unknown) => {
    throw benchError({
      code: "HED5003",
      message: `another command is changing the bench ${name} (${String(cause)})`,
      fix: "wait for it to finish, then run the command again",
    });
  });
  try {
    return await change();
  } finally {
    await release().catch(() => undefined); // gone with its folder
  }
}

async function acquire(name: string, attempts = 5): Promise<() => Promise<void>> {
  try {
    await mkdir(benchesDirectory(), { recursive: true, mode: 0o700 });
    return await lock(join(benchesDirectory(), name), options);
  } catch (cause) {
    // The `down` of the last bench removes the empty folder; it may do so between the two lines above.
    const removed = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (!removed || attempts === 1) throw cause;
    await delay(50);
    return acquire(name, attempts - 1);
  }
}
