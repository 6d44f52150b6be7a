import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { requestAuthenticationKind } from "./request-authentication/kind.ts";

/** Everything that Istio's validation refuses in a RequestAuthentication. */
export const requestAuthentication: Rule = {
  id: "schema/request-authentication",
  code: "HED4328",
  severity: "error",
  summary: "a RequestAuthentication is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(requestAuthenticationKind, "error"),
};
