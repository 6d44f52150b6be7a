import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/unknown-field`. */
export const unknownFieldDoc: RuleDoc = {
  what: "Every field of an object of Istio or of the Gateway API is one of its kind, in the names of JSON: `perTryTimeout`, not `per_try_timeout`, which Istio reads and Kubernetes does not. So is every field of Envoy in the patches of an EnvoyFilter, in either name.",
  why: "Depending on how it is applied, Kubernetes refuses the object or drops the field without a word: the timeout that was written is not there. `istioctl analyze` does not see it either.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - timeOut: 5s
      route:
        - destination: { host: cart }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - timeout: 5s
      route:
        - destination: { host: cart }
`,
};
