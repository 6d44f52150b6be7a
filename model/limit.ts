import type { Milliseconds } from "./duration.ts";
import type { LimitScope, LimitUnit, Method, UncountedMode } from "./vocabulary.ts";

/** At most so many requests in a unit of time. */
export interface Limit {
  readonly requests: number;
  readonly per: LimitUnit;
  /** Who counts: each instance for itself, or all of them together. */
  readonly scope: LimitScope;
  /** Undefined: all together. */
  readonly by?:
    { readonly kind: "header"; readonly name: string } | { readonly kind: "remote-address" };
  readonly path?: { readonly kind: "exact" | "prefix"; readonly value: string };
  readonly method?: Method;
}

/** Who counts the limits of scope `global`. */
export interface GlobalLimits {
  /** Name of a service in the mesh with a port that speaks gRPC. */
  readonly service: string;
  /** How long a request waits for the count. */
  readonly timeout: Milliseconds;
  readonly uncounted: UncountedMode;
}
