import type { LimitUnit, Method } from "./vocabulary.ts";

/**
 * At most so many requests in a unit of time; what is more is answered with 429. **Local**: each instance of the service
 * counts for itself, so that all together let through as many times more as there are instances.
 */
export interface LimitDefinition {
  /** Requests that one instance takes in the unit; so many may also come at once. */
  readonly requests: number;
  readonly per: LimitUnit;
  /** Count apart for each value of a header, or each client's address. Default: all together. */
  readonly by?: { readonly header: string } | { readonly remoteAddress: true };
  /** Only requests that fit all of it. Default: every request. */
  readonly match?: LimitMatchDefinition;
}

export interface LimitMatchDefinition {
  /** Plain text means exact. The query does not count. */
  readonly path?: string | { readonly prefix: string };
  readonly method?: Method;
}
