import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { sidecarKind } from "./sidecar/kind.ts";

/** Everything that Istio's validation refuses in a Sidecar. */
export const sidecar: Rule = {
  id: "schema/sidecar",
  code: "HED4322",
  severity: "error",
  summary: "a Sidecar is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(sidecarKind, "error"),
};
