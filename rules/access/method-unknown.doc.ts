import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/method-unknown`. */
export const methodUnknownDoc: RuleDoc = {
  inventory: ["authz-method-invalid"],
  what: "Every entry of `methods` and `notMethods` is a method of HTTP, or a prefix or suffix of one with `*`.",
  why: "Methods are compared exactly. `get` and the name of a gRPC method match no request, so that the rule is dead.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - to: [{ operation: { methods: [get] } }]
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - to: [{ operation: { methods: [GET] } }]
`,
};
