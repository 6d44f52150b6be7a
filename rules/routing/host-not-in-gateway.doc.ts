import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/host-not-in-gateway`. */
export const hostNotInGatewayDoc: RuleDoc = {
  inventory: ["vs-host-not-in-gateway"],
  what: "The Gateway that a VirtualService is attached to serves its hosts, for the namespace of the VirtualService (`namespace/host`). Where the VirtualService holds for the sidecars too, one host is enough: the others are for them.",
  why: "The gateway has no listener for the host: clients get 404, or the certificate of another host.",
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
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart.example]
  gateways: [edge]
  http:
    - route: [{ destination: { host: cart } }]
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
metadata: { name: cart, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http:
    - route: [{ destination: { host: cart } }]
`,
};
