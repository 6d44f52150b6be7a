import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/mirror-risk`. */
export const mirrorRiskDoc: RuleDoc = {
  inventory: ["vs-mirror-risk"],
  what: "A mirror does not go to the very destination that answers, nor to a host outside the mesh.",
  why: "A mirrored request is a real one. Sent to the same instances it writes twice; sent outside, it carries headers and tokens away.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
      mirror: { host: cart }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart, subset: v1 } }]
      mirror: { host: cart, subset: v2 }
`,
};
