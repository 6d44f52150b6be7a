import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/risky-condition`. */
export const riskyConditionDoc: RuleDoc = {
  inventory: ["authz-risky-pattern"],
  what: "A rule of an ALLOW has, in each source and operation, a condition that names what may come in, not only `not…` conditions.",
  why: "What an ALLOW leaves out by name comes in under another: another spelling of a path, a namespace that was made yesterday. The same mistake in an ALLOW that names what may come in ends with 403 and not with a hole.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { notNamespaces: [test] } }]
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
