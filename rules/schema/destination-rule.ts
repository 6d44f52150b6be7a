import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { destinationRuleKind } from "./destination-rule/kind.ts";

/** Everything that Istio's validation refuses in a DestinationRule. */
export const destinationRule: Rule = {
  id: "schema/destination-rule",
  code: "HED4312",
  severity: "error",
  summary: "a DestinationRule is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(destinationRuleKind, "error"),
};
