/**
 * Checks over the graph: the rules, and what runs them. A rule is a plain value; a pack of your own is a list of
 * them.
 */
export { allRules } from "./all.ts";
export { changeRules } from "./change/index.ts";
export { checkChange, checkGraph, toDiagnostic, type CheckResult } from "./check-graph.ts";
export { everyRule } from "./every-rule.ts";
export type { AnyRule, Change, ChangeRule, Finding, NodeKind, Rule, RuleHead } from "./rule.ts";
export { runChangeRule, runRule, type CheckedChange, type CheckedGraph } from "./run-rule.ts";
