import type { RuleDoc } from "../rule.ts";

const shop = (account: string) => `name: shop
trust: { domain: shop.example }
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules: [{ from: [{ source: { principals: [shop.example/ns/shop/sa/${account}] } }] }]
`;

/** Text and examples of `access/declared-call-denied`. */
export const declaredCallDeniedDoc: RuleDoc = {
  inventory: ["authz-declared-call-denied"],
  what: "Each call that is declared gets through the AuthorizationPolicies of every workload that it may reach: no DENY refuses the caller's identity whatever it asks for, and where there is an ALLOW, one of them is for that identity. Paths, methods, headers and trust domains are not compared; what waypoints enforce is not judged.",
  why: "Every request of that caller gets 403 from the moment of the deploy.",
  fails: shop("checkout"),
  passes: shop("web"),
};
