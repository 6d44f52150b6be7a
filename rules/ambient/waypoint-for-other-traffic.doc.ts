import type { RuleDoc } from "../rule.ts";

const shop = (kind: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: waypoint, namespace: shop, labels: { istio.io/waypoint-for: ${kind} } }
spec:
  gatewayClassName: istio-waypoint
  listeners: [{ name: mesh, port: 15008, protocol: HBONE }]
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop, labels: { istio.io/use-waypoint: waypoint } }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
`;

/** Text and examples of `ambient/waypoint-for-other-traffic`. */
export const waypointForOtherTrafficDoc: RuleDoc = {
  inventory: ["ambient-waypoint-missing"],
  what: "A waypoint that a Service names is labelled `istio.io/waypoint-for: service` (which is also the default) or `all`; one that a pod names `workload` or `all`; one that a namespace names not `none`.",
  why: "The other kind of traffic passes the waypoint by. Its routes and access rules do not hold, although the label looks as if they did.",
  fails: shop("workload"),
  passes: shop("service"),
};
