import type { Code, Severity } from "../diagnostics/index.ts";
import type { Graph, Origin } from "../graph/graph.ts";

/** What a rule says of one place. `unknown` is never a pass: the rule could not decide. */
export interface Finding {
  readonly outcome: "fail" | "unknown";
  readonly origin: Origin;
  /** Lower case, no final period; the value got, the values allowed. */
  readonly message: string;
  /** What to change. */
  readonly fix: string;
}

/** The kinds of nodes that a rule may read: the fields of `Graph`. */
export type NodeKind = keyof Graph;

/** A check over the whole graph: pure, without state. Written as a value; listed in `rules/all.ts`. */
export interface Rule {
  /** `area/what`, kebab-case: `routing/split-without-workload`. */
  readonly id: string;
  readonly code: Code;
  readonly severity: Severity;
  /** One line: what must hold. */
  readonly summary: string;
  /** Ids of the same check in other tools: `IST0101`, `KIA1107`. */
  readonly covers: readonly string[];
  readonly reads: readonly NodeKind[];
  check(graph: Pick<Graph, NodeKind>, find: (finding: Finding) => void): void;
}
