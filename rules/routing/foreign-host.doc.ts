import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/foreign-host`. */
export const foreignHostDoc: RuleDoc = {
  inventory: ["vs-cross-ns-hijack"],
  what: "A VirtualService for a Service of another namespace is exported to its own namespace only.",
  why: "By default a VirtualService holds in the whole mesh. Whoever may write one in any namespace can send everybody's calls to that service somewhere else.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: blog }
spec:
  hosts: [cart.shop.svc.cluster.local]
  http: [{ route: [{ destination: { host: cart.shop.svc.cluster.local } }] }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: blog }
spec:
  hosts: [cart.shop.svc.cluster.local]
  exportTo: ["."]
  http: [{ route: [{ destination: { host: cart.shop.svc.cluster.local } }] }]
`,
};
