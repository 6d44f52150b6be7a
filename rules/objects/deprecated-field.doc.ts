import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/deprecated-field`. */
export const deprecatedFieldDoc: RuleDoc = {
  inventory: ["ops-deprecated"],
  what: "`fault.delay.percent` of a VirtualService, which `percentage` has replaced, and `outboundTrafficPolicy.egressProxy` of a Sidecar, which is ignored, are not set.",
  why: "A field that is ignored does not do what its author relies on, and one that is deprecated stops to do it with some upgrade.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - fault: { delay: { percent: 10, fixedDelay: 5s } }
      route: [{ destination: { host: cart } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - fault: { delay: { percentage: { value: 10 }, fixedDelay: 5s } }
      route: [{ destination: { host: cart } }]
`,
};
