import type { ChangeRuleDoc } from "../rule.ts";

const cart = `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } } } }
---
`;
const allow = (name: string, selector: string): string => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${name}, namespace: shop }
spec:
  ${selector}
  rules: [{ from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }] }]
`;
const ofCart = allow("cart", "selector: { matchLabels: { app: cart } }");

/** Text and examples of `change/access-removed`. */
export const accessRemovedDoc: ChangeRuleDoc = {
  inventory: ["authz-removed"],
  what: "A workload that a policy of some action (ALLOW, DENY, CUSTOM) was for has one of that action in the next state too. A policy that is removed counts, and so does a selector that no longer matches. Policies in dry-run protect nothing.",
  why: "Access is closed only while there is an ALLOW. With the last one gone everybody may call the workload, nothing fails, and nobody notices.",
  fails: { before: cart + ofCart, after: cart },
  passes: { before: cart + ofCart, after: cart + allow("shop", "action: ALLOW") },
};
