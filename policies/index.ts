import type { StackValidationPolicy } from "@pulumi/policy";
import type { Rule } from "../rules/rule.ts";
import { createStackGraph } from "./adapter/stack-graph.ts";
import { rulePolicy, type MandatorySeverity } from "./adapter/rule-policy.ts";
import { undecidedPolicy } from "./adapter/undecided-policy.ts";

/**
 * Rules as the policies of a Pulumi policy pack: one policy a rule, named `area-what`, and `undecided` for what they
 * could not decide. All of them read one graph.
 *
 * Rules of severity `mandatory` and above block, by default errors; the others are shown.
 *
 * @example
 * new PolicyPack("shop", { policies: rulePolicies(allRules) });
 */
export function rulePolicies(
  rules: readonly Rule[],
  { mandatory = "error" }: { readonly mandatory?: MandatorySeverity } = {},
): StackValidationPolicy[] {
  const graphOf = createStackGraph();
  return [
    ...rules.map((rule) => rulePolicy(rule, graphOf, mandatory)),
    undecidedPolicy(rules, graphOf),
  ];
}
