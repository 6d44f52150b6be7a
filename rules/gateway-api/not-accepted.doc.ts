import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/not-accepted`. */
export const notAcceptedDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "At least one listener of the Gateway that a route is attached to allows the kind of the route and its namespace, and has a hostname in common with it.",
  why: "The route is not accepted. By default, a listener takes routes of its own namespace only.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: edge, namespace: edge }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  gatewayClassName: istio
  listeners:
    - { name: http, port: 80, protocol: HTTP, allowedRoutes: { namespaces: { from: All } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: edge, namespace: edge }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
`,
};
