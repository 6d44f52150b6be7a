import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/rule-without-effect`. */
export const ruleWithoutEffectDoc: RuleDoc = {
  inventory: ["authz-shadowed"],
  what: "No rule is written twice in one AuthorizationPolicy, and no ALLOW has a rule that a DENY for the same workloads has word by word, or denies altogether.",
  why: "Such a rule has no effect. Who reads it believes that something is allowed, or changes one of the two and not the other.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { namespaces: [shop] } }]
    - from: [{ source: { namespaces: [shop] } }]
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
