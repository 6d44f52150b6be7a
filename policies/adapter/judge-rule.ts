import type { LiftedGraph } from "../../graph/lift-graph.ts";
import type { Finding, Rule } from "../../rules/rule.ts";
import { runRule } from "../../rules/run-rule.ts";

const judged = new WeakMap<LiftedGraph, Map<Rule, readonly Finding[]>>();

/**
 * What a rule says of a stack. Asked for by the policy that reports its faults and by that for open questions, and worked
 * out once. A rule that breaks has not passed, and does not keep the others from speaking: that is an open question too.
 */
export function judgeRule(graph: LiftedGraph, rule: Rule): readonly Finding[] {
  const known = judged.get(graph) ?? new Map<Rule, readonly Finding[]>();
  judged.set(graph, known);
  const findings = known.get(rule) ?? judge(graph, rule);
  known.set(rule, findings);
  return findings;
}

function judge(graph: LiftedGraph, rule: Rule): readonly Finding[] {
  try {
    return runRule(graph, rule);
  } catch (error) {
    // The text of an error may hold a part of what was read, and that may be a Secret.
    const kind = error instanceof Error ? error.name : "an unknown error";
    return [
      {
        outcome: "unknown",
        origin: { path: [], source: "the stack" },
        message: `the rule itself failed (${kind})`,
        fix: "this is a fault of Heddle, please report it with the objects of the stack",
      },
    ];
  }
}
