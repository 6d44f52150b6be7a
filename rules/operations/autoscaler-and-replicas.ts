import { horizontalPodAutoscalerType } from "../../graph/kinds/horizontal-pod-autoscaler.ts";
import { hasObjects } from "../../graph/objects/objects-of.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { autoscalerOf } from "./fewest-replicas.ts";

/** A workload that an autoscaler sizes says no number of instances itself. */
export const autoscalerAndReplicas: Rule = {
  id: "operations/autoscaler-and-replicas",
  code: "HED4183",
  severity: "info",
  summary: "a workload with an autoscaler says no number of instances",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (!hasObjects(graph, horizontalPodAutoscalerType)) return;
    for (const { object } of virtualPods(graph)) {
      const { replicas } = (object.raw["spec"] ?? {}) as { readonly replicas?: unknown };
      const autoscaler = autoscalerOf(graph, object);
      if (typeof replicas !== "number" || autoscaler === undefined) continue;
      // In a dump of a cluster, the number is the autoscaler's own.
      if (object.raw["status"] !== undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "replicas"]),
        message: `replicas is ${String(replicas)}, and the autoscaler ${autoscaler.object.name} decides on it too`,
        fix: "remove replicas",
      });
    }
  },
};
