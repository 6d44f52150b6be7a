import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/authorization-policy-warnings`. */
export const authorizationPolicyWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in an AuthorizationPolicy: a selector without labels, and rules of DENY with attributes of HTTP alone. On a port of plain TCP the data plane does not know them, and denies everything.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - to:
        - operation: { methods: [DELETE] }
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - to:
        - operation: { methods: [DELETE], ports: ['8080'] }
`,
};
