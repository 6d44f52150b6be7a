import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/unknown-parent`. */
export const unknownParentDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "The Gateway that a route of the Gateway API names in `parentRefs` exists, and so does the listener that `sectionName` or `port` picks.",
  why: "The route is not accepted, and the gateway answers 404 for its hosts.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80 }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
`,
};
