import type { Rule } from "../rule.ts";
import { subsetFaults } from "./subset-faults.ts";

/** Also a subset that no route names has workloads. One that is named and has none is `subset-without-workload`. */
export const idleSubset: Rule = {
  id: "destinations/idle-subset",
  code: "HED4765",
  severity: "info",
  summary: "a subset that no route names has workloads too",
  covers: ["IST0173", "KIA0203"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const { finding, idle } of subsetFaults(graph)) if (idle) find(finding);
  },
};
