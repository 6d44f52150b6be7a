import type { RuleDoc } from "../rule.ts";

const policy = (account: string) => `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web: { calls: { cart: {} } }
  mail: { calls: { web: {} } }
  cart: {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { principals: [shop.example/ns/shop/sa/${account}] } }]
`;

/** Text and examples of `access/allows-undeclared-caller`. */
export const allowsUndeclaredCallerDoc: RuleDoc = {
  inventory: ["authz-excess-access"],
  what: "An ALLOW for the workloads of a service whose callers are declared names none of the declared services that does not call it. Principals with wildcards, and those of workloads that no declaration is of, are not judged.",
  why: "Who does not need access and has it is the way on for an attacker: from the mail service to the carts of everybody.",
  fails: policy("mail"),
  passes: policy("web"),
};
