import type { StackValidationPolicy } from "@pulumi/policy";
import type { Rule } from "../../rules/rule.ts";
import { judgeRule } from "./judge-rule.ts";
import type { StackResource } from "./read-stack.ts";
import type { StackGraph } from "./stack-graph.ts";
import { violationMessage } from "./violation-message.ts";

/** Name of a rule's policy: Pulumi allows no slash. */
export function policyName({ id }: Pick<Rule, "id">): string {
  return id.replaceAll("/", "-");
}

/** The least severity of a rule whose policy is mandatory. */
export type MandatorySeverity = "error" | "warning";

/**
 * One rule as a policy over the whole stack: mandatory or advisory by the rule's severity, unless the configuration of
 * the pack says otherwise.
 */
export function rulePolicy(
  rule: Rule,
  graphOf: (resources: readonly StackResource[]) => StackGraph,
  mandatory: MandatorySeverity = "error",
): StackValidationPolicy {
  return {
    name: policyName(rule),
    description: `${rule.summary.charAt(0).toUpperCase()}${rule.summary.slice(1)}.`,
    enforcementLevel: blocks(rule, mandatory) ? "mandatory" : "advisory",
    validateStack({ resources }, reportViolation) {
      for (const finding of judgeRule(graphOf(resources).graph, rule)) {
        if (finding.outcome !== "fail") continue;
        reportViolation(violationMessage(rule, finding, rule.severity), finding.origin.urn);
      }
    },
  };
}

function blocks({ severity }: Rule, mandatory: MandatorySeverity): boolean {
  return severity === "error" || severity === mandatory;
}
