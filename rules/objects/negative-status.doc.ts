import type { RuleDoc } from "../rule.ts";

const service = (status: string) => `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { istio.io/use-waypoint: shop } }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
status:
  conditions: [{ type: istio.io/WaypointBound, status: "${status}", reason: WaypointBound, message: waypoint shop }]
`;

/** Text and examples of `objects/negative-status`. */
export const negativeStatusDoc: RuleDoc = {
  inventory: ["ambient-waypoint-missing"],
  what: "In what was read from a cluster, the conditions of services, gateways, routes and policies that say whether Istio could use the object are not false.",
  why: "Istio has already decided that the object, or a part of it, does not work. It says so in the status only.",
  fails: service("False"),
  passes: service("True"),
};
