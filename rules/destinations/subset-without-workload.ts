import type { Rule } from "../rule.ts";
import { subsetFaults } from "./subset-faults.ts";

/**
 * The labels of a subset select at least one pod of its host. Workload templates count as pods, so that this is
 * decided before anything runs.
 */
export const subsetWithoutWorkload: Rule = {
  id: "destinations/subset-without-workload",
  code: "HED4232",
  severity: "error",
  summary: "the labels of a subset select a workload of its host",
  covers: ["IST0173", "KIA0203"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const { finding, idle } of subsetFaults(graph)) if (!idle) find(finding);
  },
};
