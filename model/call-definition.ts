import type { OperationDefinition } from "./access-definition.ts";
import type { DurationText } from "./duration.ts";
import type { OfRequests } from "./of-protocol.ts";
import type { RetryCondition } from "./vocabulary.ts";

/** That one service uses another, and what the caller wants of it. */
export interface CallDefinition<Callee = unknown> {
  /** The caller's deadline for one request with all its tries. Default: the callee's. */
  readonly timeout?: OfRequests<Callee, DurationText>;
  readonly retries?: OfRequests<Callee, RetriesDefinition>;
  /** Whether every operation may be repeated safely. */
  readonly idempotent?: boolean;
  /** What the caller does there; anything else is refused by the callee's proxy. Default: everything. */
  readonly operations?: readonly OperationDefinition[];
}

export interface RetriesDefinition {
  /** Retries, not tries. 0 to 10. */
  readonly attempts: number;
  readonly perTryTimeout?: DurationText;
  /** Default: the conditions under which the upstream cannot have seen the request. */
  readonly on?: readonly RetryCondition[];
  /** Pause before the first retry; each next one is up to twice as long, at random. Default 25ms. */
  readonly backoff?: DurationText;
  /** Longest pause. Default: ten times `backoff`. */
  readonly maxBackoff?: DurationText;
  /** Whether a retry goes to an instance that was not tried yet, where there is one. Default true. */
  readonly otherHosts?: boolean;
  /** Whether a retry goes to another locality, where there is one. Default false. */
  readonly otherLocalities?: boolean;
}
