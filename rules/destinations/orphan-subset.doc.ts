import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/orphan-subset`. */
export const orphanSubsetDoc: RuleDoc = {
  inventory: ["dr-orphan-subset"],
  what: "Where VirtualServices send to subsets of a host, they name every one of its subsets.",
  why: "A subset that nobody names is left over from an earlier release, or stands for a version that was meant to get traffic and gets none.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - { name: v1, labels: { version: v1 } }
    - { name: v2, labels: { version: v2 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http: [{ route: [{ destination: { host: cart, subset: v1 } }] }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - { name: v1, labels: { version: v1 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http: [{ route: [{ destination: { host: cart, subset: v1 } }] }]
`,
};
