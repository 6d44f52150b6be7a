import type { RuleDoc } from "../rule.ts";

const shop = (from: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio.io/dataplane-mode: ambient
    istio.io/use-waypoint: shared
    istio.io/use-waypoint-namespace: infrastructure
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: shared, namespace: infrastructure }
spec:
  gatewayClassName: istio-waypoint
  listeners:
    - name: mesh
      port: 15008
      protocol: HBONE
      allowedRoutes: { namespaces: { from: ${from} } }
`;

/** Text and examples of `ambient/waypoint-not-allowed`. */
export const waypointNotAllowedDoc: RuleDoc = {
  inventory: ["ambient-waypoint-missing"],
  what: "Where a label names the waypoint of another namespace, a listener of that Gateway lets the namespace in by `allowedRoutes`. Without `allowedRoutes` only its own namespace may use it.",
  why: "Istio does not attach the namespace: its traffic goes on without the waypoint, and no route and no access rule on requests holds.",
  fails: shop("Same"),
  passes: shop("All"),
};
