import type { LimitUnit, Method } from "./vocabulary.ts";

/** At most so many requests in a unit of time, counted by each instance for itself. */
export interface Limit {
  readonly requests: number;
  readonly per: LimitUnit;
  /** Undefined: all together. */
  readonly by?:
    { readonly kind: "header"; readonly name: string } | { readonly kind: "remote-address" };
  readonly path?: { readonly kind: "exact" | "prefix"; readonly value: string };
  readonly method?: Method;
}
