import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/short-name`. */
export const shortNameDoc: RuleDoc = {
  inventory: ["vs-short-name"],
  what: "A host without dots in `hosts` of a VirtualService is a Service of the VirtualService's own namespace.",
  why: "Istio completes the name with the namespace of the VirtualService, not with the one of the service: the routes are for a host that nobody calls, and none of them ever holds.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: edge }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: edge }
spec:
  hosts: [cart]
  http: [{ route: [{ destination: { host: cart.shop.svc.cluster.local } }] }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http: [{ route: [{ destination: { host: cart } }] }]
`,
};
