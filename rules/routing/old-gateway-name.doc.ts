import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/old-gateway-name`. */
export const oldGatewayNameDoc: RuleDoc = {
  what: "A VirtualService names its gateways as `name`, or as `namespace/name` where they are in another namespace.",
  why: "Names in the form of a host (`gateway.namespace.svc.cluster.local`) are from the first versions of Istio. It warns of them, and a later version will not find the gateway.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge.istio-system.svc.cluster.local]
  http: [{ route: [{ destination: { host: web } }] }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [istio-system/edge]
  http: [{ route: [{ destination: { host: web } }] }]
`,
};
