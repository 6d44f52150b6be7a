import type { Rule } from "../rule.ts";
import { checkedPods } from "./checked-workloads.ts";

const inject = "sidecar.istio.io/inject";
const mode = "istio.io/dataplane-mode";
/** Set by the network plugin on a running pod whose traffic goes through ztunnel. */
const redirection = "ambient.istio.io/redirection";

/** No pod asks for a sidecar and for ambient, or is redirected to both. */
export const sidecarAndAmbient: Rule = {
  id: "workloads/sidecar-and-ambient",
  code: "HED4156",
  severity: "error",
  summary: "a pod asks for a sidecar or for ambient, not for both",
  covers: ["KIA1311", "KIA1314", "KIA1315"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedPods(graph)) {
      if (pod.labels[inject] !== "true") continue;
      if (pod.annotations[redirection] === "enabled") {
        find({
          outcome: "fail",
          origin: pod.origin(["metadata", "annotations", redirection]),
          message: `the traffic of a pod with ${inject}: "true" is redirected to ztunnel`,
          fix: "remove the label, or take the pod out of ambient, and start it again",
          covers: ["KIA1314"],
        });
      }
      if (pod.labels[mode] !== "ambient") continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "labels", mode]),
        message: `${mode}: ambient and ${inject}: "true" are on one pod`,
        fix: "remove one of the two labels",
        covers: ["KIA1311", "KIA1315"],
      });
    }
  },
};
