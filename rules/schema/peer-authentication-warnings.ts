import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { peerAuthenticationKind } from "./peer-authentication/kind.ts";

/** What Istio's validation warns of in a PeerAuthentication. */
export const peerAuthenticationWarnings: Rule = {
  id: "schema/peer-authentication-warnings",
  code: "HED4325",
  severity: "warning",
  summary: "the selector of a PeerAuthentication has labels",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(peerAuthenticationKind, "warning"),
};
