import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/sidecar-warnings`. */
export const sidecarWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a Sidecar: a selector without labels, hosts that others include, settings of HTTP on a port that does not speak it.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress:
    - hosts: ['./*', 'shop/cart.shop.svc.cluster.local']
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress:
    - hosts: ['./*', 'istio-system/*']
`,
};
