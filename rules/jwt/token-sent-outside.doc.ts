import type { RuleDoc } from "../rule.ts";

const edge = (more: string) => `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: edge, namespace: istio-system }
spec:
  selector: { matchLabels: { istio: ingressgateway } }
  jwtRules: [{ issuer: https://id.shop.example, audiences: [shop], forwardOriginalToken: true }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: istio-system }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop/shop.example.com] }]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: search, namespace: shop }
spec:
  hosts: [api.search.com]
  resolution: DNS
  ports: [{ number: 443, name: tls, protocol: HTTPS }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: search, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [istio-system/edge]
  http:
    - route: [{ destination: { host: api.search.com } }]
${more}`;

/** Text and examples of `jwt/token-sent-outside`. */
export const tokenSentOutsideDoc: RuleDoc = {
  inventory: ["jwt-forward-to-external"],
  what: "A route of a gateway whose RequestAuthentication has `forwardOriginalToken` does not lead to a ServiceEntry outside the mesh, unless it removes the header `authorization`.",
  why: "The other side gets the token of every user that comes by, and can act as that user here until the token expires.",
  fails: edge(""),
  passes: edge("      headers: { request: { remove: [authorization] } }\n"),
};
