import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/redirect-loop`. */
export const redirectLoopDoc: RuleDoc = {
  inventory: ["vs-redirect-loop"],
  what: "A redirect that keeps scheme, authority and port leads to a path that its own rule does not match, or that a rule before it takes.",
  why: "The client follows the redirect and gets it again, until it gives up: the page cannot be reached at all.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [shop.example]
  http:
    - match: [{ uri: { prefix: / } }]
      redirect: { uri: /login }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [shop.example]
  http:
    - match: [{ uri: { prefix: /login } }]
      route: [{ destination: { host: login } }]
    - match: [{ uri: { prefix: / } }]
      redirect: { uri: /login }
`,
};
