import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/repeated-destination`. */
export const repeatedDestinationDoc: RuleDoc = {
  inventory: ["vs-destination-repeated"],
  what: "No host with the same subset and port occurs twice among the destinations of one rule.",
  why: "It is the trace of a copied line: one version gets the share that was meant for another one.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: cart, subset: v1 }, weight: 90 }
        - { destination: { host: cart, subset: v1 }, weight: 10 }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: cart, subset: v1 }, weight: 90 }
        - { destination: { host: cart, subset: v2 }, weight: 10 }
`,
};
