import type { Milliseconds } from "./duration.ts";
import type { RetryCondition } from "./vocabulary.ts";

/** How often and when a request is tried again. */
export interface Retries {
  /** Retries, not tries: the upstream sees at most `attempts + 1` requests. */
  readonly attempts: number;
  readonly perTryTimeout?: Milliseconds;
  readonly on: readonly RetryCondition[];
  /** Pause before the first retry; undefined: `usualBackoff`. */
  readonly backoff?: Milliseconds;
  /** Longest pause; undefined: ten times the first. */
  readonly maxBackoff?: Milliseconds;
  /** Only where a retry may go to an instance that failed already. */
  readonly otherHosts?: false;
  /** Only where a retry leaves the locality. */
  readonly otherLocalities?: true;
}

/** Pause before the first retry where nobody says another. */
export const usualBackoff: Milliseconds = 25;
