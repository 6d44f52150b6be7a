import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/unreachable-rule`. */
export const unreachableRuleDoc: RuleDoc = {
  inventory: ["vs-unreachable"],
  what: "Rules of a VirtualService are tried in order. A rule without matches takes every request, so that it is the last one; and at least one match of a rule is not in a rule before it.",
  why: "What the rule says never happens: a canary, a timeout or a redirect that everybody believes to be there.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
    - match: [{ uri: { prefix: /old } }]
      redirect: { uri: /new }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - match: [{ uri: { prefix: /old } }]
      redirect: { uri: /new }
    - route: [{ destination: { host: cart } }]
`,
};
