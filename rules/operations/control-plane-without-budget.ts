import {
  podDisruptionBudgetSpec,
  podDisruptionBudgetType,
} from "../../graph/kinds/pod-disruption-budget.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { podsOfIstio } from "../../graph/objects/pods-of-istio.ts";
import type { Rule } from "../rule.ts";
import { matchesSelector } from "../webhooks/label-selector.ts";
import { fewestReplicas } from "./fewest-replicas.ts";

/** The instances of istiod are not all evicted at once. */
export const controlPlaneWithoutBudget: Rule = {
  id: "operations/control-plane-without-budget",
  code: "HED4820",
  severity: "info",
  summary: "istiod with several instances has a disruption budget",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of podsOfIstio(graph)) {
      if (pod.object.type !== "apps/Deployment" || pod.labels["app"] !== "istiod") continue;
      if ((fewestReplicas(graph, pod) ?? 1) < 2) continue;
      const guarded = objectsOf(graph, podDisruptionBudgetType).some(
        (each) =>
          each.namespace === pod.namespace &&
          matchesSelector(podDisruptionBudgetSpec(each)?.selector, pod.labels),
      );
      if (guarded) continue;
      find({
        outcome: "fail",
        origin: pod.object.origin(["metadata"]),
        message:
          "all instances of istiod may be evicted at once: no PodDisruptionBudget selects them",
        fix: "add a PodDisruptionBudget with maxUnavailable: 1",
      });
    }
  },
};
