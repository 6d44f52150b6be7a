import type { StackValidationPolicy } from "@pulumi/policy";
import type { Rule } from "../rules/rule.ts";
import { createElsewhere } from "./adapter/elsewhere.ts";
import { createStackGraph } from "./adapter/stack-graph.ts";
import { levelPolicies } from "./adapter/level-policies.ts";
import { createRuleLevels, type MandatorySeverity } from "./adapter/rule-levels.ts";
import { undecidedPolicy } from "./adapter/undecided-policy.ts";

/** How a pack judges. */
export interface PackOptions {
  /** The least severity that blocks; default `error`. */
  readonly mandatory?: MandatorySeverity;
  /** Manifests of what is deployed elsewhere; default none. */
  readonly context?: readonly string[];
}

/**
 * Rules as the policies of a Pulumi policy pack: `rules` shows what advises, `blocking-rules` what blocks, and
 * `undecided` what could not be decided. All of them read one graph.
 *
 * Rules of severity `mandatory` and above block, by default errors; the others are shown. The configuration of `rules`
 * sets the level of single ones, by id or code: `{ "rules": { "routing/split-weights": "advisory" } }`.
 *
 * `context` names files and folders of manifests, from the folder of the pack: what is deployed elsewhere. It answers
 * questions (does this Gateway exist?), and nothing is said of it. The configuration of `rules` may declare more, as whole
 * objects: `{ "rules": { "context": [{ "apiVersion": "v1", "kind": "Service", … }] } }`.
 *
 * @throws HeddleError when `context` cannot be read
 *
 * @example
 * new PolicyPack("shop", { policies: rulePolicies(allRules) });
 */
export function rulePolicies(
  rules: readonly Rule[],
  { mandatory = "error", context = [] }: PackOptions = {},
): StackValidationPolicy[] {
  const levels = createRuleLevels(rules, mandatory);
  const elsewhere = createElsewhere(context);
  const pack = { rules, levels, elsewhere, graphOf: createStackGraph(elsewhere) };
  return [...levelPolicies(pack), undecidedPolicy(pack)];
}
