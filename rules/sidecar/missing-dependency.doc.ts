import type { RuleDoc } from "../rule.ts";

const shop = (host: string) => `name: shop
trust: { domain: shop.example }
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress: [{ hosts: ["istio-system/*", "${host}"] }]
`;

/** Text and examples of `sidecar/missing-dependency`. */
export const missingDependencyDoc: RuleDoc = {
  inventory: ["sidecar-missing-host"],
  what: "The Sidecar that holds for a caller, by its labels, of its namespace or of the mesh, imports the host of each call that is declared. Where a Sidecar for some of its workloads may hold instead, that is undecided.",
  why: "The proxy of the caller does not know the host. Where only known hosts can be called, every request fails with 502; where not, it leaves the mesh without mTLS, without routes and retries, and a strict server refuses it.",
  fails: shop("./payments.shop.svc.cluster.local"),
  passes: shop("./cart.shop.svc.cluster.local"),
};
