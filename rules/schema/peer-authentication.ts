import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { peerAuthenticationKind } from "./peer-authentication/kind.ts";

/** Everything that Istio's validation refuses in a PeerAuthentication. */
export const peerAuthentication: Rule = {
  id: "schema/peer-authentication",
  code: "HED4324",
  severity: "error",
  summary: "a PeerAuthentication is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(peerAuthenticationKind, "error"),
};
