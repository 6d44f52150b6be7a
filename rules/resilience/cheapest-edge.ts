import type { CallPath } from "./worst-paths.ts";
import type { TriedCall } from "./call-tries.ts";

/** One call whose retries to lower, and to what, so that a path stays within the limit. */
export interface CheapestEdge {
  readonly call: TriedCall;
  /** Retries that are left. */
  readonly attempts: number;
  /** Whether that alone is enough. */
  readonly enough: boolean;
}

/**
 * The call that has to give up the fewest retries; of equals the one nearest to the entrance, because its retries
 * repeat the most work. Where no single call is enough, the one with the most retries.
 */
export function cheapestEdge(
  { calls, product }: CallPath,
  limit: number,
): CheapestEdge | undefined {
  const options = calls.map((call, index) => {
    const tries = index === calls.length - 1 ? call.tries : call.triesOnError;
    const left = Math.floor(limit / (product / tries));
    return { call, attempts: Math.max(0, left - 1), enough: left >= 1, gives: tries - left };
  });
  const enough = options.filter((each) => each.enough && each.gives > 0);
  const [best] = enough.sort((a, b) => a.gives - b.gives);
  return best ?? options.sort((a, b) => b.call.tries - a.call.tries)[0];
}
