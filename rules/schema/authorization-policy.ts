import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { authorizationPolicyKind } from "./authorization-policy/kind.ts";

/** Everything that Istio's validation refuses in an AuthorizationPolicy. */
export const authorizationPolicy: Rule = {
  id: "schema/authorization-policy",
  code: "HED4326",
  severity: "error",
  summary: "an AuthorizationPolicy is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(authorizationPolicyKind, "error"),
};
