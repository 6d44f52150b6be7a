import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { gatewayKind } from "./gateway/kind.ts";

/** Everything that Istio's validation refuses in a Gateway. */
export const gateway: Rule = {
  id: "schema/gateway",
  code: "HED4314",
  severity: "error",
  summary: "a Gateway is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(gatewayKind, "error"),
};
