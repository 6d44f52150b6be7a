import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/allows-nobody`. */
export const allowsNobodyDoc: RuleDoc = {
  inventory: ["authz-allow-empty"],
  what: "An ALLOW with a selector has rules, where nothing else in its namespace allows anything. One whose name says that closing is meant (`deny-all`, `allow-nothing`) is left alone.",
  why: "A policy without rules looks as if it did nothing. It matches no request, and what no ALLOW matches is refused.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { namespaces: [shop] } }]
`,
};
