import type { CallEdge } from "../../graph/graph.ts";
import { printDuration, type Milliseconds } from "../../model/duration.ts";
import { pausesOf, triesOf } from "../retry-arithmetic.ts";

/** The longest that a caller waits for one request, and why: its timeout, or all its tries where these end earlier. */
export interface CallDeadline {
  readonly time: Milliseconds;
  /** `2s`, or `2 tries × 500ms + pauses of 25ms = 1s25ms`. */
  readonly text: string;
}

/** The deadline of a call; undefined where it may wait for ever. */
export function callDeadline({
  timeout,
  retries,
}: Pick<CallEdge, "timeout" | "retries">): CallDeadline | undefined {
  const whole = timeout === undefined ? [] : [{ time: timeout, text: printDuration(timeout) }];
  const perTry = retries?.perTryTimeout;
  if (retries === undefined || perTry === undefined) return whole[0];
  const tries = triesOf(retries);
  const pauses = pausesOf(retries);
  const time = tries * perTry + pauses;
  const sum = `${String(tries)} tries × ${printDuration(perTry)} + pauses of ${printDuration(pauses)} = ${printDuration(time)}`;
  const allTries = { time, text: tries === 1 ? printDuration(perTry) : sum };
  return [...whole, allTries].sort((a, b) => a.time - b.time)[0];
}
