import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/request-authentication-warnings`. */
export const requestAuthenticationWarningsDoc: RuleDoc = {
  inventory: ["jwt-jwks-private-key"],
  what: "What Istio's validation warns of in a RequestAuthentication: a selector without labels, and private keys among those that are written out.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: {}
  jwtRules:
    - issuer: https://id.example.com
`,
  passes: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  jwtRules:
    - issuer: https://id.example.com
`,
};
