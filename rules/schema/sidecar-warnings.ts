import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { sidecarKind } from "./sidecar/kind.ts";

/** What Istio's validation warns of in a Sidecar. */
export const sidecarWarnings: Rule = {
  id: "schema/sidecar-warnings",
  code: "HED4323",
  severity: "warning",
  summary: "a Sidecar uses nothing that Istio warns of",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(sidecarKind, "warning"),
};
