import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { isAmbient } from "./is-ambient.ts";
import { overlapsOf, printNames } from "./overlapping-selectors.ts";

/** No workload is selected by two Sidecars: which of them holds is not defined. */
export const overlappingWorkloadSelectors: Rule = {
  id: "sidecar/overlapping-workload-selectors",
  code: "HED4441",
  severity: "error",
  summary: "one Sidecar at most selects a workload",
  covers: ["IST0110", "KIA0003"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const all = settledObjects(graph, sidecarType, find).flatMap((object) => {
      const labels = sidecarSpec(object)?.workloadSelector?.labels ?? {};
      return Object.keys(labels).length === 0 ? [] : [{ object, labels }];
    });
    for (const { object, others, pod } of overlapsOf(graph, all)) {
      if (isAmbient(pod)) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "workloadSelector", "labels"]),
        message: `selects ${pod.object.kind} ${pod.name}, and so does ${printNames(others)}`,
        fix: "make one Sidecar of them, or selectors that exclude each other",
      });
    }
  },
};
