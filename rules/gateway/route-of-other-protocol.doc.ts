import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/route-of-other-protocol`. */
export const routeOfOtherProtocolDoc: RuleDoc = {
  inventory: ["gw-mode-vs-route"],
  what: "Where every server of a Gateway that meets a VirtualService's hosts passes TLS on, the VirtualService has `tls` routes; where every one of them ends TLS or has none, it has `http` routes.",
  why: "Routes of the other kind are passed over in silence. The gateway answers 404, or resets the connection.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: tls, protocol: TLS }
      hosts: [shop.example.com]
      tls: { mode: PASSTHROUGH }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http: [{ route: [{ destination: { host: web } }] }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: tls, protocol: TLS }
      hosts: [shop.example.com]
      tls: { mode: PASSTHROUGH }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  tls:
    - match: [{ port: 443, sniHosts: [shop.example.com] }]
      route: [{ destination: { host: web, port: { number: 443 } } }]
`,
};
