import type { Code, Edit, Severity } from "../diagnostics/index.ts";
import type { Graph, Origin } from "../graph/graph.ts";
import type { Fact } from "../graph/lift-graph.ts";

/** What a rule says of one place. `unknown` is never a pass: the rule could not decide. */
export interface Finding {
  readonly outcome: "fail" | "unknown";
  readonly origin: Origin;
  /** Lower case, no final period; the value got, the values allowed. */
  readonly message: string;
  /** What to change. */
  readonly fix: string;
  /**
   * The fix as data, for `heddle check --fix`: only where it can be written in one way and says what the author meant.
   * Paths count from the root of the object.
   */
  readonly edits?: readonly Edit[];
  /** Those ids of the rule's `covers` that this finding is; default all of them. */
  readonly covers?: readonly string[];
  /**
   * The finding rests on something not being there. Where a node that decides one of these facts is missing from the
   * graph, because it is not known yet, the outcome becomes `unknown`; and so it does where it can be in a namespace that
   * could not be read. Empty where no fact of the graph decides it, but only objects.
   */
  readonly absent?: readonly Fact[];
  /** The one namespace that what is missing would be in; default any. */
  readonly within?: string;
}

/** The kinds of nodes that a rule may read: the fields of `Graph`. */
export type NodeKind = keyof Graph;

/** What every kind of rule says of itself. */
export interface RuleHead {
  /** `area/what`, kebab-case: `routing/split-without-workload`. */
  readonly id: string;
  readonly code: Code;
  readonly severity: Severity;
  /** One line: what must hold. */
  readonly summary: string;
  /** Ids of the same check in other tools: `IST0101`, `KIA1107`. */
  readonly covers: readonly string[];
  readonly reads: readonly NodeKind[];
  /** Where a value that decides one of these is not known, the rule answers `unknown` for it. */
  readonly needs: readonly Fact[];
}

/** A check over the whole graph: pure, without state. Written as a value; listed in `rules/all.ts`. */
export interface Rule extends RuleHead {
  check(graph: Pick<Graph, NodeKind>, find: (finding: Finding) => void): void;
}

/** The mesh as it is deployed now, and as it will be. */
export interface Change {
  readonly before: Pick<Graph, NodeKind>;
  readonly after: Pick<Graph, NodeKind>;
}

/**
 * A check of the way from one state to the next: pure as a `Rule`, but it reads two graphs. It runs only where the
 * state before is known, and is not run otherwise, which is said. Listed in `rules/change/index.ts`. A finding points
 * to the state after; only what is gone has its place in the one before.
 */
export interface ChangeRule extends RuleHead {
  check(change: Change, find: (finding: Finding) => void): void;
}

/** A rule of any kind, for what only names or describes it. */
export type AnyRule = Rule | ChangeRule;

/** What people read about a rule, and the two examples that the tests run: YAML, a mesh or manifests. */
export interface RuleDoc<Example = string> {
  /** Ids of the inventory of checks that the rule implements: `vs-host-unknown`. */
  readonly inventory?: readonly string[];
  /** What is checked, in full sentences. */
  readonly what: string;
  /** What happens in production otherwise. */
  readonly why: string;
  /** What the rule finds fault with. */
  readonly fails: Example;
  /** The same, corrected. */
  readonly passes: Example;
}

/** An example of a change: the state before and the state after. */
export interface ChangeExample {
  readonly before: string;
  readonly after: string;
}

/** What people read about a rule of changes. */
export type ChangeRuleDoc = RuleDoc<ChangeExample>;
