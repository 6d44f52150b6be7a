import type { ChangeRuleDoc } from "../rule.ts";

const shop = `name: shop
trust: { domain: shop.example }
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } } } }
`;
const allow = (account: string): string => `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules: [{ from: [{ source: { principals: [shop.example/ns/shop/sa/${account}] } }] }]
`;

/** Text and examples of `change/first-allow`. */
export const firstAllowDoc: ChangeRuleDoc = {
  inventory: ["authz-first-allow"],
  what: "Where a workload that nobody had rules for gets its first ALLOW, one of its rules lets in the identity of every declared caller. Where nothing declares who calls it, that cannot be decided. Paths and methods of the rules are not looked at.",
  why: "The first ALLOW turns the default round: what it does not name is refused, with 403 and from one moment to the next. The rule is right for the caller that its author thought of.",
  fails: { before: shop, after: shop + allow("admin") },
  passes: { before: shop, after: shop + allow("web") },
};
