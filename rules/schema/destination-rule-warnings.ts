import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { destinationRuleKind } from "./destination-rule/kind.ts";

/** What Istio's validation warns of in a DestinationRule. */
export const destinationRuleWarnings: Rule = {
  id: "schema/destination-rule-warnings",
  code: "HED4313",
  severity: "warning",
  summary: "a DestinationRule uses nothing that Istio warns of",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(destinationRuleKind, "warning"),
};
