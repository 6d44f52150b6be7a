import type { RuleDoc } from "../rule.ts";

/** Text and examples of `jwt/jwks-in-plaintext`. */
export const jwksInPlaintextDoc: RuleDoc = {
  inventory: ["jwt-jwks-plain-http"],
  what: "No `jwksUri` of a RequestAuthentication is an `http://` address outside the cluster.",
  why: "Whoever is on the way between the control plane and that address can answer with keys of their own, and then issue tokens for anybody.",
  fails: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  jwtRules:
    - issuer: https://login.example
      jwksUri: http://login.example/jwks.json
`,
  passes: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  jwtRules:
    - issuer: https://login.example
      jwksUri: https://login.example/jwks.json
`,
};
