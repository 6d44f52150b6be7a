import type { RuleDoc } from "../rule.ts";

const shop = (gateways: string) => `name: shop
trust: { domain: shop.example }
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart.shop.svc.cluster.local]
  gateways: [${gateways}]
  http:
    - route:
        - { destination: { host: cart.shop.svc.cluster.local, subset: v1 }, weight: 95 }
        - { destination: { host: cart.shop.svc.cluster.local, subset: v2 }, weight: 5 }
`;

/** Text and examples of `routing/gateway-only-policy`. */
export const gatewayOnlyPolicyDoc: RuleDoc = {
  inventory: ["vs-mesh-missing"],
  what: "Where a route of a gateway splits the traffic of a service, or gives it a timeout or retries, and services of the mesh are declared to call it, there is a route for its host in the mesh too.",
  why: "Calls inside the mesh do not pass the gateway. They reach every version alike, also the new one that only five percent should see, and wait without a limit.",
  fails: shop("edge"),
  passes: shop("edge, mesh"),
};
