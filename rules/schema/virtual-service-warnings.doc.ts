import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/virtual-service-warnings`. */
export const virtualServiceWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a VirtualService: gateways named by a host, the deprecated `mirrorPercent`, IP addresses as SNI hosts, answers of more than 100 kB. Also aborts that do not say with what, which Istio lets pass.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  gateways: [edge.shop.svc.cluster.local]
  http:
    - route:
        - destination: { host: cart }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  gateways: [shop/edge]
  http:
    - route:
        - destination: { host: cart }
`,
};
