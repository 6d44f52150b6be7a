import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/unknown-gateway`. */
export const unknownGatewayDoc: RuleDoc = {
  inventory: ["vs-gateway-missing"],
  what: "Every gateway that a VirtualService names is a Gateway that is described here: `name` in its own namespace, `namespace/name` in another one. `mesh` stands for the sidecars. A Gateway of the Gateway API is none of these.",
  why: "No gateway gets the routes: clients see 404, and nothing rejects the object. The short name of a Gateway in another namespace is the usual cause. At a Gateway of the Gateway API it is the same: measured, 404 for every request.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: web }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http:
    - route: [{ destination: { host: cart.shop.svc.cluster.local } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: web }
spec:
  hosts: [shop.example]
  gateways: [shop/edge]
  http:
    - route: [{ destination: { host: cart.shop.svc.cluster.local } }]
`,
};
