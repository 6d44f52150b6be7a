import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/merge-order`. */
export const mergeOrderDoc: RuleDoc = {
  inventory: ["vs-merge-order"],
  what: "Where several VirtualServices serve one host at one gateway, no two of them have the same path, or a route for everything.",
  why: "The gateway puts their routes behind each other in an order that nobody guarantees. After a change of either one, another of them may answer.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http: [{ route: [{ destination: { host: web } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http: [{ route: [{ destination: { host: api } }] }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http: [{ route: [{ destination: { host: web } }] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http: [{ match: [{ uri: { prefix: /api/ } }], route: [{ destination: { host: api } }] }]
`,
};
