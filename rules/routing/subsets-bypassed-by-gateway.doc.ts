import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/subsets-bypassed-by-gateway`. */
export const subsetsBypassedByGatewayDoc: RuleDoc = {
  inventory: ["vs-gateway-subset-bypass"],
  what: "A VirtualService of a gateway names a subset where it sends to a service whose own VirtualService, which is for the sidecars, names subsets in all of its rules.",
  why: "A gateway uses its own routes and not those of the service behind: requests from outside go to all versions alike, and the canary gets far more of them than its share.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: cart, subset: v1 }, weight: 90 }
        - { destination: { host: cart, subset: v2 }, weight: 10 }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http:
    - route: [{ destination: { host: cart } }]
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
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http:
    - route:
        - { destination: { host: cart, subset: v1 }, weight: 90 }
        - { destination: { host: cart, subset: v2 }, weight: 10 }
`,
};
