import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { nothingSelected, printLabels } from "../access/selector-target.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** Every Sidecar with a selector selects a workload of its namespace. Otherwise it configures nothing. */
export const sidecarSelectorWithoutWorkload: Rule = {
  id: "sidecar/selector-without-workload",
  code: "HED4440",
  severity: "error",
  summary: "a Sidecar with a selector selects a workload",
  covers: ["IST0101", "KIA0004"],
  reads: ["objects", "workloads"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, sidecarType, find)) {
      const labels = sidecarSpec(object)?.workloadSelector?.labels ?? {};
      if (Object.keys(labels).length === 0) continue;
      const outcome = nothingSelected(graph, { labels, namespace: object.namespace });
      if (outcome === undefined) continue;
      find({
        outcome,
        origin: object.origin(["spec", "workloadSelector", "labels"]),
        message: `no workload in namespace ${object.namespace} has the labels ${printLabels(labels)}`,
        absent: ["workload"],
        within: object.namespace,
        fix: "correct the labels or the namespace, or delete the Sidecar",
      });
    }
  },
};
