import type { StackValidationPolicy } from "@pulumi/policy";
import type { Rule } from "../rules/rule.ts";
import { createStackGraph } from "./adapter/stack-graph.ts";
import { levelPolicies } from "./adapter/level-policies.ts";
import { createRuleLevels, type MandatorySeverity } from "./adapter/rule-levels.ts";
import { undecidedPolicy } from "./adapter/undecided-policy.ts";

/**
 * Rules as the policies of a Pulumi policy pack: `rules` shows what advises, `blocking-rules` what blocks, and
 * `undecided` what could not be decided. All of them read one graph.
 *
 * Rules of severity `mandatory` and above block, by default errors; the others are shown. The configuration of `rules`
 * sets the level of single ones, by id or code: `{ "rules": { "routing/split-weights": "advisory" } }`.
 *
 * @example
 * new PolicyPack("shop", { policies: rulePolicies(allRules) });
 */
export function rulePolicies(
  rules: readonly Rule[],
  { mandatory = "error" }: { readonly mandatory?: MandatorySeverity } = {},
): StackValidationPolicy[] {
  const levels = createRuleLevels(rules, mandatory);
  const pack = { rules, levels, graphOf: createStackGraph() };
  return [...levelPolicies(pack), undecidedPolicy(pack)];
}
