import { waitUntil } from "../../../bench/cluster/wait-until.ts";

/** How long what follows may take, in milliseconds. */
const needed = 240_000;

/** Counts by the hour start anew with the hour: waits until its end is far enough away. */
export async function clearOfTheHour(): Promise<void> {
  const isClear = (): boolean => 3_600_000 - (Date.now() % 3_600_000) > needed;
  await waitUntil(() => Promise.resolve(isClear()), { timeout: needed + 5_000, interval: 500 });
}
