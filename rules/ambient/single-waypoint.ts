import {
  kubernetesGatewaySpec,
  kubernetesGatewayType,
  type KubernetesGatewaySpec,
} from "../../graph/kinds/gateway-api.ts";
import {
  horizontalPodAutoscalerSpec,
  horizontalPodAutoscalerType,
} from "../../graph/kinds/horizontal-pod-autoscaler.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { ambientHosts } from "./ambient-hosts.ts";

/** Services whose requests may all go through one instance. */
const most = 10;

/** A waypoint of many services has more than one instance. */
export const singleWaypoint: Rule = {
  id: "ambient/single-waypoint",
  code: "HED4808",
  severity: "info",
  summary: "a waypoint of more than 10 services has at least two instances",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const scaled = scaledUp(graph);
    const served = Map.groupBy(ambientHosts(graph).values(), ({ waypoint }) =>
      waypoint === undefined ? "" : `${waypoint.namespace}/${waypoint.name}`,
    );
    for (const object of objectsOf(graph, kubernetesGatewayType)) {
      const spec = kubernetesGatewaySpec(object);
      const { length } = served.get(`${object.namespace}/${object.name}`) ?? [];
      if (spec?.gatewayClassName !== "istio-waypoint" || length <= most) continue;
      // Parameters can say how many; they are a template that Istio lays over its own.
      if (hasParameters(spec) || scaled.has(`${object.namespace}/${object.name}`)) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `${String(length)} services have this waypoint, and nothing gives it a second instance`,
        fix: "add a HorizontalPodAutoscaler for the Deployment of the same name, with minReplicas: 2, and a PodDisruptionBudget",
      });
    }
  },
};

function hasParameters(spec: KubernetesGatewaySpec): boolean {
  const { infrastructure } = spec as { readonly infrastructure?: unknown };
  return (
    typeof infrastructure === "object" &&
    infrastructure !== null &&
    Object.hasOwn(infrastructure, "parametersRef")
  );
}

/** Deployments that an autoscaler keeps at two or more, also those that the input does not hold. */
function scaledUp(graph: ObjectGraph): ReadonlySet<string> {
  return new Set(
    objectsOf(graph, horizontalPodAutoscalerType).flatMap((object) => {
      const { scaleTargetRef, minReplicas = 1 } = horizontalPodAutoscalerSpec(object) ?? {};
      return minReplicas > 1 ? `${object.namespace}/${scaleTargetRef?.name ?? ""}` : [];
    }),
  );
}
