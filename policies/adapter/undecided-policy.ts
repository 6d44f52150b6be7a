import type { StackValidationPolicy } from "@pulumi/policy";
import { formatDiagnostics } from "../../diagnostics/index.ts";
import type { Origin } from "../../graph/graph.ts";
import { judgeRule } from "./judge-rule.ts";
import type { PackContext } from "./level-policies.ts";
import { openObjects } from "./open-objects.ts";
import { violationMessage } from "./violation-message.ts";

/**
 * Shows what the rules could not decide, so that no mandatory rule passes unseen. A policy of its own, because Pulumi
 * gives all violations of a policy one level, and an open question must not block the preview of a right program: a
 * value that comes from another resource is known when the deploy is done, and the rules then run again. Who wants to
 * be strict sets `undecided` to `mandatory`.
 */
export function undecidedPolicy({ rules, levels, graphOf }: PackContext): StackValidationPolicy {
  return {
    name: "undecided",
    description: "Every rule can be decided.",
    enforcementLevel: "advisory",
    validateStack({ resources }, reportViolation) {
      const stack = graphOf(resources);
      const { graph, diagnostics } = stack;
      for (const each of diagnostics) reportViolation(formatDiagnostics([each]));
      const said: Origin[] = [];
      for (const rule of rules) {
        if (levels.levelOf(rule) === "disabled") continue;
        for (const finding of judgeRule(stack, rule)) {
          if (finding.outcome !== "unknown") continue;
          said.push(finding.origin);
          const open = { ...finding, message: `could not be decided: ${finding.message}` };
          reportViolation(violationMessage(rule, open, "info"), finding.origin.urn);
        }
      }
      for (const { message, urn } of openObjects(graph, said)) reportViolation(message, urn);
    },
  };
}
