import type { RuleDoc } from "../rule.ts";

/** Text and examples of `jwt/token-not-required`. */
export const tokenNotRequiredDoc: RuleDoc = {
  inventory: ["jwt-not-enforced"],
  what: "A namespace with a RequestAuthentication has an AuthorizationPolicy, or a route, that looks at tokens: `requestPrincipals`, `request.auth.*`, or a match on claims.",
  why: "A RequestAuthentication refuses wrong tokens. A request without any token passes, as if nothing were checked.",
  fails: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  jwtRules: [{ issuer: https://login.example }]
`,
  passes: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  jwtRules: [{ issuer: https://login.example }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - from: [{ source: { requestPrincipals: ["https://login.example/*"] } }]
`,
};
