import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/allow-all-access`. */
export const allowAllAccessDoc: RuleDoc = {
  inventory: ["authz-allow-all"],
  what: "No rule of access with the action ALLOW matches every request of everybody: one without any condition, or one whose conditions are all `*`.",
  why: "Rules that allow add up. One that lets everybody in makes all others on the same workloads meaningless, and it is often a left-over from the search for an error.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  action: ALLOW
  rules:
    - {}
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  action: ALLOW
  rules:
    - from: [{ source: { principals: [shop.example/ns/shop/sa/web] } }]
      to: [{ operation: { methods: [GET] } }]
`,
};
