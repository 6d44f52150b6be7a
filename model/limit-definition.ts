import type { DurationText } from "./duration.ts";
import type { LimitScope, LimitUnit, Method, UncountedMode } from "./vocabulary.ts";

/** At most so many requests in a unit of time; what is more is answered with 429. */
export interface LimitDefinition {
  /** Requests that are taken in the unit; so many may also come at once. */
  readonly requests: number;
  readonly per: LimitUnit;
  /**
   * Who counts. Default `local`: each instance of the service for itself, so that all together let through as many times
   * more as there are instances. `global`: all of them together, by the service that the mesh's `globalLimits` names.
   */
  readonly scope?: LimitScope;
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

/** What each proxy of one place counts instead of the mesh's local limits, by service; `[]`: nothing. */
export type SiteLimits<Services = Readonly<Record<string, unknown>>> = {
  readonly [Name in keyof Services]?: readonly SiteLimit[];
};

/** A limit that each proxy counts for itself. */
export type SiteLimit = Omit<LimitDefinition, "scope"> & { readonly scope?: never };

/** Who counts the limits of scope `global`. */
export interface GlobalLimitsDefinition<Names extends string = string> {
  /**
   * Service of the mesh that runs Envoy's rate limit service; it has a port that speaks gRPC. Whoever has a global limit
   * calls it, without having to say so.
   * https://github.com/envoyproxy/ratelimit
   */
  readonly service: Names;
  /** How long a request waits for the count. Default `"100ms"`. */
  readonly timeout?: DurationText;
  /**
   * What becomes of a request when there is no count in time. Default `allow`, as in Envoy: what only guards against too
   * much must not stop everything when it fails. `refuse` answers 503.
   */
  readonly uncounted?: UncountedMode;
}
