import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { requestAuthenticationKind } from "./request-authentication/kind.ts";

/** What Istio's validation warns of in a RequestAuthentication. */
export const requestAuthenticationWarnings: Rule = {
  id: "schema/request-authentication-warnings",
  code: "HED4329",
  severity: "warning",
  summary: "a RequestAuthentication uses nothing that Istio warns of",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(requestAuthenticationKind, "warning"),
};
