import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/no-default`. */
export const noDefaultDoc: RuleDoc = {
  inventory: ["vs-no-default"],
  what: "A VirtualService for calls between services ends with a rule without matches, or matches every path.",
  why: "Once a host has a VirtualService, requests that match no rule are answered with 404. A new path of the service is then unreachable, and nothing in the service's own logs says so.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - match: [{ headers: { x-canary: { exact: "1" } } }]
      route: [{ destination: { host: cart } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - match: [{ headers: { x-canary: { exact: "1" } } }]
      route: [{ destination: { host: cart, subset: v2 } }]
    - route: [{ destination: { host: cart } }]
`,
};
