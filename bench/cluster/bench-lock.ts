import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { benchError } from "./bench-error.ts";
import { benchesDirectory } from "./bench-paths.ts";

/** A lock whose holder died is free again after this time. */
const staleMilliseconds = 10_000;

/**
 * Runs one change of a bench at a time; a second one waits up to two minutes for the first.
 *
 * @throws HeddleError HED5003 when another command holds the bench for longer
 */
export async function withBenchLock<T>(name: string, change: () => Promise<T>): Promise<T> {
  const directory = benchesDirectory();
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const release = await lock(directory, {
    // Beside the bench's folder, not in it: `down` removes the folder while it holds the lock.
    lockfilePath: join(directory, `.${name}.lock`),
    stale: staleMilliseconds,
    update: 2_000,
    retries: { retries: 240, minTimeout: 500, maxTimeout: 500, factor: 1 },
  }).catch((cause: unknown) => {
    throw benchError({
      code: "HED5003",
      message: `another command is changing the bench ${name} (${String(cause)})`,
      fix: "wait for it to finish, then run the command again",
    });
  });
  try {
    return await change();
  } finally {
    await release();
  }
}
