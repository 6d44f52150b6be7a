import { podsOfIstio } from "../../graph/objects/pods-of-istio.ts";
import type { Rule } from "../rule.ts";
import { fewestReplicas } from "./fewest-replicas.ts";

/** istiod has at least two instances. */
export const singleControlPlane: Rule = {
  id: "operations/single-control-plane",
  code: "HED4181",
  severity: "info",
  summary: "istiod has at least two instances",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of podsOfIstio(graph)) {
      if (pod.object.type !== "apps/Deployment" || pod.labels["app"] !== "istiod") continue;
      if ((fewestReplicas(graph, pod) ?? 2) !== 1) continue;
      find({
        outcome: "fail",
        origin: pod.object.origin(["spec", "replicas"]),
        message: "istiod may run as a single instance",
        fix: "set at least 2 replicas, or an autoscaler with minReplicas: 2",
      });
    }
  },
};
