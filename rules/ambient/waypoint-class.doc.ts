import type { RuleDoc } from "../rule.ts";

const shop = (name: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: waypoint, namespace: shop }
spec:
  gatewayClassName: ${name}
  listeners: [{ name: mesh, port: 15008, protocol: HBONE }]
`;

/** Text and examples of `ambient/waypoint-class`. */
export const waypointClassDoc: RuleDoc = {
  inventory: ["ambient-waypoint-missing"],
  what: "The Gateway that a label `istio.io/use-waypoint` names has the class `istio-waypoint`, or one whose GatewayClass has the controller `istio.io/mesh-controller`.",
  why: "Istio takes no other Gateway as a waypoint: the traffic goes on without one, and no route and no access rule on requests holds.",
  fails: shop("istio"),
  passes: shop("istio-waypoint"),
};
