import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/unknown-delegate`. */
export const unknownDelegateDoc: RuleDoc = {
  inventory: ["vs-delegate"],
  what: "A VirtualService that `delegate` names exists, in the namespace that is said or else in the own one. It has no hosts, and does not delegate further.",
  why: "Istio drops the rule: everything below that path is answered with 404, and nothing is rejected.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http:
    - match: [{ uri: { prefix: /cart } }]
      delegate: { name: cart-routes }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http:
    - match: [{ uri: { prefix: /cart } }]
      delegate: { name: cart-routes }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart-routes, namespace: shop }
spec:
  http:
    - route: [{ destination: { host: cart } }]
`,
};
