import type { Rule } from "../rule.ts";
import { checkedPods } from "./checked-workloads.ts";

const inject = "sidecar.istio.io/inject";
const mode = "istio.io/dataplane-mode";

/** No pod asks for a sidecar and for ambient. */
export const sidecarAndAmbient: Rule = {
  id: "workloads/sidecar-and-ambient",
  code: "HED4156",
  severity: "error",
  summary: "a pod asks for a sidecar or for ambient, not for both",
  covers: ["KIA1311", "KIA1315"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedPods(graph)) {
      if (pod.labels[mode] !== "ambient" || pod.labels[inject] !== "true") continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "labels", mode]),
        message: `${mode}: ambient and ${inject}: "true" are on one pod`,
        fix: "remove one of the two labels",
      });
    }
  },
};
