import { modeOfNamespace } from "../../graph/objects/injection.ts";
import type { Rule } from "../rule.ts";
import { checkedPods } from "./checked-workloads.ts";

/** The workloads of an ambient namespace have no sidecars. */
export const sidecarInAmbientNamespace: Rule = {
  id: "workloads/sidecar-in-ambient-namespace",
  code: "HED4159",
  severity: "warning",
  summary: "the workloads of an ambient namespace have no sidecars",
  covers: ["KIA1316"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedPods(graph)) {
      if (pod.mode !== "sidecar" || modeOfNamespace(graph, pod.namespace) !== "ambient") continue;
      // A gateway is a proxy itself.
      if (pod.containers.every(({ name }) => name === "istio-proxy")) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "labels"]),
        message: `the workload has a sidecar in the namespace ${pod.namespace}, which is in ambient`,
        fix: "remove the label of injection from the workload, or move it to another namespace",
      });
    }
  },
};
