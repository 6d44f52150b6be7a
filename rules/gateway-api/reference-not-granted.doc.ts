import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/reference-not-granted`. */
export const referenceNotGrantedDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "A route that sends to a Service of another namespace, or a Gateway that takes a certificate from another one, is allowed to by a ReferenceGrant of that namespace.",
  why: "The reference is not followed: the route answers 500, the listener is not programmed.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: cart, namespace: edge }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: cart, namespace: shop, port: 80 }] }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: from-edge, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge }]
  to: [{ group: "", kind: Service }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: cart, namespace: edge }
spec:
  parentRefs: [{ name: edge }]
  rules: [{ backendRefs: [{ name: cart, namespace: shop, port: 80 }] }]
`,
};
