import type { Rule } from "../rule.ts";
import { checkedPods } from "../workloads/checked-workloads.ts";
import { parseQuantity } from "./parse-quantity.ts";
import { resourceAnnotations, resourceKinds } from "./proxy-resources.ts";

/** What a sidecar requests is not more than it may use. */
export const requestAboveLimit: Rule = {
  id: "operations/request-above-limit",
  code: "HED4822",
  severity: "error",
  summary: "a sidecar requests no more than its limit",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedPods(graph)) {
      if (pod.mode === "none") continue;
      for (const kind of resourceKinds) {
        const { request, limit } = resourceAnnotations[kind];
        const asked = pod.annotations[request];
        const most = pod.annotations[limit];
        if (asked === undefined || most === undefined) continue;
        if ((parseQuantity(asked) ?? 0) <= (parseQuantity(most) ?? Infinity)) continue;
        find({
          outcome: "fail",
          origin: pod.origin(["metadata", "annotations", request]),
          message: `the sidecar requests ${asked} of ${kind} and is limited to ${most}: Kubernetes refuses the pod`,
          fix: `raise ${limit}, or lower the request`,
        });
      }
    }
  },
};
