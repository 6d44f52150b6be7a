/**
 * Checks over the graph: the rules, and what runs them. A rule is a plain value; a pack of your own is a list of
 * them.
 */
export { allRules } from "./all.ts";
export { checkGraph, toDiagnostic, type CheckResult } from "./check-graph.ts";
export type { Finding, NodeKind, Rule } from "./rule.ts";
export { runRule, type CheckedGraph } from "./run-rule.ts";
