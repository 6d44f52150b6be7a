import type { Origin } from "../graph.ts";

/**
 * What a value decides. A rule names the facts that it needs; where one of them is not known yet, the rule cannot
 * decide and says so.
 */
export const facts = [
  "service",
  "workload",
  "subset",
  "route",
  "destination",
  "retries",
  "client-tls",
  "receiver-mode",
  "access",
  "listener",
] as const;
export type Fact = (typeof facts)[number];

/** A value that is not in the graph: an unresolved output of the program, or an object that could not be read. */
export interface UnknownValue {
  readonly fact: Fact;
  /** Place of the value. */
  readonly origin: Origin;
  /** Why: `unresolved` is known after the deploy, `unreadable` only after a correction. */
  readonly cause: "unresolved" | "unreadable";
  /** Whether a whole node is missing from the graph, so that nothing may be concluded from its absence. */
  readonly missing: boolean;
}
