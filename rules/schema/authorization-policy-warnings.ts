import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { authorizationPolicyKind } from "./authorization-policy/kind.ts";

/** What Istio's validation warns of in an AuthorizationPolicy. */
export const authorizationPolicyWarnings: Rule = {
  id: "schema/authorization-policy-warnings",
  code: "HED4327",
  severity: "warning",
  summary: "an AuthorizationPolicy denies no more than it says",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(authorizationPolicyKind, "warning"),
};
