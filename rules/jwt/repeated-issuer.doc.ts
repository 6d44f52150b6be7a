import type { RuleDoc } from "../rule.ts";

/** Text and examples of `jwt/repeated-issuer`. */
export const repeatedIssuerDoc: RuleDoc = {
  inventory: [],
  what: "A RequestAuthentication has one rule for each issuer and place of the token.",
  why: "A token is checked by every rule that is for its issuer and its place, and one that refuses it is enough. With two sets of keys or audiences, each refuses what the other is for.",
  fails: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  jwtRules:
    - issuer: https://login.shop.example
      jwksUri: https://login.shop.example/keys
      audiences: [cart]
    - issuer: https://login.shop.example
      jwksUri: https://login.shop.example/other-keys
      audiences: [web]
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
