import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { gatewayKind } from "./gateway/kind.ts";

/** What Istio's validation warns of in a Gateway. */
export const gatewayWarnings: Rule = {
  id: "schema/gateway-warnings",
  code: "HED4315",
  severity: "warning",
  summary: "a Gateway uses nothing that Istio warns of",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(gatewayKind, "warning"),
};
