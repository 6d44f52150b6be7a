import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/gateway-host-without-route`. */
export const gatewayHostWithoutRouteDoc: RuleDoc = {
  inventory: ["gw-no-route"],
  what: "Every host that a gateway serves is a host of a route that is attached to it; wildcards on either side count. A gateway to which nothing here is attached cannot be decided: other programs attach their routes to it.",
  why: "The gateway accepts the connection, shows a certificate and answers 404. Clients see a service that is there and has nothing.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example, api.shop.example]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example]
  gateways: [edge]
  http:
    - route: [{ destination: { host: web } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example, api.shop.example]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [shop.example, api.shop.example]
  gateways: [edge]
  http:
    - route: [{ destination: { host: web } }]
`,
};
