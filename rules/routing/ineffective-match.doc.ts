import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/ineffective-match`. */
export const ineffectiveMatchDoc: RuleDoc = {
  inventory: ["vs-unreachable"],
  what: "A match of a VirtualService is not the same as one before it, and a URI prefix is not below a shorter prefix of an earlier match with the same port, method, authority, headers and parameters.",
  why: "The earlier match takes the requests; the later one only looks as if it did something.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - match: [{ uri: { prefix: /api } }]
      route: [{ destination: { host: cart } }]
    - match: [{ uri: { prefix: /api/v2 } }]
      route: [{ destination: { host: cart-v2 } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - match: [{ uri: { prefix: /api/v2 } }]
      route: [{ destination: { host: cart-v2 } }]
    - match: [{ uri: { prefix: /api } }]
      route: [{ destination: { host: cart } }]
`,
};
