import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { workloadEntryKind } from "./workload/kinds.ts";

/** Everything that Istio's validation refuses in a WorkloadEntry. */
export const workloadEntry: Rule = {
  id: "schema/workload-entry",
  code: "HED4318",
  severity: "error",
  summary: "a WorkloadEntry is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(workloadEntryKind, "error"),
};
