import type { StackValidationPolicy } from "@pulumi/policy";
import type { Rule } from "../../rules/rule.ts";
import { runRule } from "../../rules/run-rule.ts";
import type { StackResource } from "./read-stack.ts";
import type { StackGraph } from "./stack-graph.ts";
import { violationMessage } from "./violation-message.ts";

/** Name of a rule's policy: Pulumi allows no slash. */
export function policyName({ id }: Pick<Rule, "id">): string {
  return id.replaceAll("/", "-");
}

/**
 * One rule as a policy over the whole stack: an error is mandatory, anything else advisory, unless the configuration
 * of the pack says otherwise.
 */
export function rulePolicy(
  rule: Rule,
  graphOf: (resources: readonly StackResource[]) => StackGraph,
): StackValidationPolicy {
  return {
    name: policyName(rule),
    description: `${rule.summary.charAt(0).toUpperCase()}${rule.summary.slice(1)}.`,
    enforcementLevel: rule.severity === "error" ? "mandatory" : "advisory",
    validateStack({ resources }, reportViolation) {
      for (const finding of runRule(graphOf(resources).graph, rule)) {
        if (finding.outcome !== "fail") continue;
        reportViolation(violationMessage(rule, finding, rule.severity), finding.origin.urn);
      }
    },
  };
}
