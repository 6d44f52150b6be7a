import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { workloadGroupKind } from "./workload/kinds.ts";

/** Everything that Istio's validation refuses in a WorkloadGroup. */
export const workloadGroup: Rule = {
  id: "schema/workload-group",
  code: "HED4320",
  severity: "error",
  summary: "a WorkloadGroup is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(workloadGroupKind, "error"),
};
