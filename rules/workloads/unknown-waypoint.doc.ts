import type { RuleDoc } from "../rule.ts";

const input = (waypoint: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: ${waypoint} }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: shop, namespace: shop }
spec:
  gatewayClassName: istio-waypoint
  listeners: [{ name: mesh, port: 15008, protocol: HBONE }]
`;

/** Text and examples of `workloads/unknown-waypoint`. */
export const unknownWaypointDoc: RuleDoc = {
  inventory: ["ambient-waypoint-missing"],
  what: "The waypoint that the label `istio.io/use-waypoint` of a namespace, a service or a pod names is a Gateway of the input. Where the input has no Gateway of that namespace, the result is `unknown`.",
  why: "The traffic goes on without a waypoint. Access rules about methods and paths are not enforced, and routes do not apply.",
  fails: input("shopp"),
  passes: input("shop"),
};
