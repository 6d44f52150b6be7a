import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/sidecar`. */
export const sidecarDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a Sidecar: an empty one, hosts that are not of the form `namespace/host`, listeners without hosts, with the same port, or behind one that takes everything, endpoints that are not beside the proxy, TLS that a Sidecar does not support.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress:
    - hosts: [cart.shop.svc.cluster.local]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress:
    - hosts: [shop/cart.shop.svc.cluster.local]
`,
};
