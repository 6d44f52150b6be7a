import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/virtual-service`. */
export const virtualServiceDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a VirtualService: hosts that are no domain names or overlap, gateways that are not named `namespace/name`, rules without or with several actions, weights that are negative or sum to 0, retries, timeouts, faults, redirects, rewrites, headers, CORS and regular expressions that the proxy cannot use, SNI hosts outside the hosts.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - timeout: 0.5ms
      route:
        - destination: { host: cart }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - timeout: 500ms
      route:
        - destination: { host: cart }
`,
};
