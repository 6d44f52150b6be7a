import { printDuration, type Milliseconds } from "../model/duration.ts";
import { usualBackoff, type Retries } from "../model/retries.ts";
import { safeRetryConditions } from "../model/vocabulary.ts";

/** Most requests that one request can become: retries and the first try. */
export function triesOf(retries: Retries | undefined): number {
  return (retries?.attempts ?? 0) + 1;
}

/** The longest that all pauses between tries can take together: each is at most twice the one before. */
export function pausesOf({ attempts, backoff = usualBackoff, maxBackoff }: Retries): Milliseconds {
  const longest = maxBackoff ?? 10 * backoff;
  let total = 0;
  for (let index = 0; index < attempts; index += 1) {
    total += Math.min(backoff * 2 ** index, longest);
  }
  return total;
}

/** Whether a try that was started can be tried again: then its own time must be bounded. */
export function retriesStartedRequests({ attempts, on }: Retries): boolean {
  const safe: readonly string[] = safeRetryConditions;
  return attempts > 0 && on.some((each) => !safe.includes(each));
}

/** `3 tries × 1s + pauses 75ms = 3s75ms`. */
export function printWorstCase(retries: Retries, perTry: Milliseconds): string {
  const pauses = pausesOf(retries);
  const total = triesOf(retries) * perTry + pauses;
  return `${String(triesOf(retries))} tries × ${printDuration(perTry)} + pauses of ${printDuration(pauses)} = ${printDuration(total)}`;
}
