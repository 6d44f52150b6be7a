import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/deny-host-without-port`. */
export const denyHostWithoutPortDoc: RuleDoc = {
  inventory: ["authz-host-port-variant"],
  what: "A DENY whose `hosts` name a host exactly also names it with a port: `host:*`.",
  why: "The host is compared as the client sends it. `Host: admin.shop.example:8080` is another text, and walks past the rule.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - to: [{ operation: { hosts: [admin.shop.example] } }]
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - to: [{ operation: { hosts: [admin.shop.example, "admin.shop.example:*"] } }]
`,
};
