import type { RuleDoc } from "../rule.ts";

/** Text and examples of `jwt/no-audience`. */
export const noAudienceDoc: RuleDoc = {
  inventory: ["jwt-no-audience"],
  what: "Each rule of a RequestAuthentication lists `audiences`, or an AuthorizationPolicy of the namespace looks at the audience.",
  why: "An issuer makes tokens for many services. Without the audience, whoever gets a token for any of them can use it here.",
  fails: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  jwtRules:
    - issuer: https://login.shop.example
      jwksUri: https://login.shop.example/keys
`,
  passes: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  jwtRules:
    - issuer: https://login.shop.example
      jwksUri: https://login.shop.example/keys
      audiences: [cart]
`,
};
