import type { Retries } from "../retries.ts";
import type { RetriesInput } from "../schema/retries-schema.ts";
import { safeRetryConditions } from "../vocabulary.ts";

/** Fills in the conditions that are always safe, and removes repeated ones. */
export function normalizeRetries(input: RetriesInput): Retries {
  const { attempts, perTryTimeout, on, backoff, maxBackoff } = input;
  return {
    attempts,
    ...(perTryTimeout === undefined ? {} : { perTryTimeout }),
    on: on === undefined ? safeRetryConditions : [...new Set(on)],
    ...(backoff === undefined ? {} : { backoff }),
    ...(maxBackoff === undefined ? {} : { maxBackoff }),
    ...(input.otherHosts === false ? { otherHosts: false } : {}),
    ...(input.otherLocalities === true ? { otherLocalities: true } : {}),
  };
}
