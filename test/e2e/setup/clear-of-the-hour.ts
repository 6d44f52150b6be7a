import { waitUntil } from "../../../bench/cluster/wait-until.ts";

/**
 * Counts by the hour start anew with the hour: waits until its end is further away than what follows takes.
 *
 * @param needed in milliseconds; the hook that waits has to have as much time on top of its own
 */
export async function clearOfTheHour(needed: number): Promise<void> {
  const isClear = (): boolean => 3_600_000 - (Date.now() % 3_600_000) > needed;
  await waitUntil(() => Promise.resolve(isClear()), { timeout: needed + 5_000, interval: 500 });
}
