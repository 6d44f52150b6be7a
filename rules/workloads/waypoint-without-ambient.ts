import type { Rule } from "../rule.ts";
import { checkedPods } from "./checked-workloads.ts";

const waypoint = "istio.io/use-waypoint";

/** A pod that names a waypoint is in ambient. */
export const waypointWithoutAmbient: Rule = {
  id: "workloads/waypoint-without-ambient",
  code: "HED4157",
  severity: "warning",
  summary: "a pod that names a waypoint is in ambient",
  covers: ["KIA1312"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedPods(graph)) {
      const name = pod.labels[waypoint] ?? "none";
      if (name === "none" || pod.mode === "ambient" || pod.mode === undefined) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "labels", waypoint]),
        message: `the waypoint ${name} is named by a pod that is not in ambient, and has no effect`,
        fix: "add the label istio.io/dataplane-mode: ambient, or remove the waypoint",
      });
    }
  },
};
