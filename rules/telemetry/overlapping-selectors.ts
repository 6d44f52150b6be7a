import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";
import { overlapsOf, printNames } from "../sidecar/overlapping-selectors.ts";

/** No workload is selected by two Telemetries: which of them holds is not defined. */
export const overlappingTelemetrySelectors: Rule = {
  id: "telemetry/overlapping-selectors",
  code: "HED4451",
  severity: "error",
  summary: "one Telemetry at most selects a workload",
  covers: ["IST0159"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const all = settledObjects(graph, telemetryType, find).flatMap((object) => {
      const labels = telemetrySpec(object)?.selector?.matchLabels ?? {};
      return Object.keys(labels).length === 0 ? [] : [{ object, labels }];
    });
    for (const { object, others, pod } of overlapsOf(graph, all)) {
      find({
        outcome: "fail",
        origin: object.origin(["spec", "selector", "matchLabels"]),
        message: `selects ${pod.object.kind} ${pod.name}, and so does ${printNames(others)}`,
        fix: "make one Telemetry of them, or selectors that exclude each other",
      });
    }
  },
};
