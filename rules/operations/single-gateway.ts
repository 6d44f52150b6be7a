import { podsOfIstio } from "../../graph/objects/pods-of-istio.ts";
import type { Rule } from "../rule.ts";
import { fewestReplicas } from "./fewest-replicas.ts";

/** A gateway has at least two instances. */
export const singleGateway: Rule = {
  id: "operations/single-gateway",
  code: "HED4182",
  severity: "info",
  summary: "a gateway has at least two instances",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of podsOfIstio(graph)) {
      const { object, containers } = pod;
      const isGateway =
        object.type === "apps/Deployment" &&
        containers.length > 0 &&
        containers.every(({ name }) => name === "istio-proxy");
      if (!isGateway || (fewestReplicas(graph, pod) ?? 2) !== 1) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "replicas"]),
        message: "the gateway may run as a single instance",
        fix: "set at least 2 replicas, or an autoscaler with minReplicas: 2",
      });
    }
  },
};
