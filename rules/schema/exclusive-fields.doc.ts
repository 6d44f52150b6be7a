import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/exclusive-fields`. */
export const exclusiveFieldsDoc: RuleDoc = {
  what: "Of fields that exclude each other only one is set: `exact`, `prefix` and `regex` of a match, `simple` and `consistentHash` of a load balancer, what a hash is made of, the status of an abort, what an EnvoyFilter matches, the probe of a WorkloadGroup, the value of a tag of traces.",
  why: "The API server refuses the object, by the definition of its kind. `istioctl validate` and `istioctl analyze` pass it: they take the one that is read last, and forget the other.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - match: [{ uri: { exact: /items, prefix: /items/ } }]
      route: [{ destination: { host: cart } }]
    - route: [{ destination: { host: cart } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - match: [{ uri: { exact: /items } }, { uri: { prefix: /items/ } }]
      route: [{ destination: { host: cart } }]
    - route: [{ destination: { host: cart } }]
`,
};
