import { gatewayClassType, kubernetesGatewaySpec } from "../../graph/kinds/gateway-api.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { waypointUses } from "./waypoint-uses.ts";

/** Istio's own classes that are no waypoints. */
const otherClasses = new Set(["istio", "istio-remote", "istio-east-west"]);
const waypointController = "istio.io/mesh-controller";

/** What is named as a waypoint is one. */
export const waypointClass: Rule = {
  id: "ambient/waypoint-class",
  code: "HED4803",
  severity: "error",
  summary: "what is named as a waypoint has a class of waypoints",
  covers: ["KIA1313"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { gateway, waypoint, origin } of waypointUses(graph)) {
      const name = gateway && kubernetesGatewaySpec(gateway)?.gatewayClassName;
      if (name === undefined || !isOther(graph, name)) continue;
      find({
        outcome: "fail",
        origin,
        message: `${waypoint.namespace}/${waypoint.name} is a Gateway of the class ${name}, which is no waypoint`,
        fix: "name a Gateway of the class istio-waypoint",
      });
    }
  },
};

/** Of a class that nothing describes nobody knows what it is. */
function isOther(graph: ObjectGraph, name: string): boolean {
  if (otherClasses.has(name)) return true;
  const found = objectsOf(graph, gatewayClassType).find((each) => each.name === name);
  const { controllerName } = (found?.raw["spec"] ?? {}) as { readonly controllerName?: unknown };
  return typeof controllerName === "string" && controllerName !== waypointController;
}
