import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { workloadEntryKind } from "./workload/kinds.ts";

/** What Istio's validation warns of in a WorkloadEntry. */
export const workloadEntryWarnings: Rule = {
  id: "schema/workload-entry-warnings",
  code: "HED4319",
  severity: "warning",
  summary: "a WorkloadEntry has an address",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(workloadEntryKind, "warning"),
};
