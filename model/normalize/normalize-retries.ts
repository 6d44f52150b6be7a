import type { Retries } from "../mesh.ts";
import type { RetriesInput } from "../schema/retries-schema.ts";
import { safeRetryConditions } from "../vocabulary.ts";

/** Fills in the conditions that are always safe, and removes repeated ones. */
export function normalizeRetries({ attempts, perTryTimeout, on }: RetriesInput): Retries {
  return {
    attempts,
    ...(perTryTimeout === undefined ? {} : { perTryTimeout }),
    on: [...new Set(on ?? safeRetryConditions)],
  };
}
