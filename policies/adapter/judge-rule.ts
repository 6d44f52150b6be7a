import type { Finding, Rule } from "../../rules/rule.ts";
import { runRule } from "../../rules/run-rule.ts";
import type { StackGraph } from "./stack-graph.ts";

const judged = new WeakMap<StackGraph, Map<Rule, readonly Finding[]>>();

/**
 * What a rule says of a stack, and not of what is deployed elsewhere. Asked for by the policy that reports its faults and
 * by that for open questions, and worked out once. A rule that breaks has not passed, and does not keep the others from
 * speaking: that is an open question too.
 */
export function judgeRule(stack: StackGraph, rule: Rule): readonly Finding[] {
  const known = judged.get(stack) ?? new Map<Rule, readonly Finding[]>();
  judged.set(stack, known);
  const findings = known.get(rule) ?? judge(stack, rule);
  known.set(rule, findings);
  return findings;
}

function judge({ graph, elsewhere }: StackGraph, rule: Rule): readonly Finding[] {
  try {
    return runRule(graph, rule).filter(
      ({ origin }) => origin.urn !== undefined || !elsewhere.has(origin.source),
    );
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
