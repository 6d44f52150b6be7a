import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/unknown-backend`. */
export const unknownBackendDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "Every backend of a route of the Gateway API, and of its mirrors, is a Service that exists, and its port is a port of that Service.",
  why: "The gateway answers 500 for the requests that such a backend should get.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: wbe, port: 80 }] }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
`,
};
