import type { Call, Retries, RouteRule } from "../model/index.ts";
import type { Milliseconds } from "../model/index.ts";

/** Timeout and retries that hold for one caller's requests under one rule. */
export interface EffectivePolicy {
  readonly timeout?: Milliseconds;
  readonly retries?: Retries;
}

/**
 * The policy of an edge: the deadline is the smaller of the caller's and the callee's; the retries are the caller's
 * where it says any, as a whole, and the callee's otherwise.
 */
export function effectivePolicy(
  call: Pick<Call, "timeout" | "retries">,
  rule: Pick<RouteRule, "timeout" | "retries">,
): EffectivePolicy {
  const timeout =
    call.timeout === undefined || rule.timeout === undefined
      ? (call.timeout ?? rule.timeout)
      : Math.min(call.timeout, rule.timeout);
  const retries = call.retries ?? rule.retries;
  return {
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries }),
  };
}
