import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/request-authentication`. */
export const requestAuthenticationDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a RequestAuthentication: rules with neither issuer nor keys, addresses of keys that are not http or https, keys that cannot be read, empty audiences, parameters and cookies, claims without their header.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  jwtRules:
    - issuer: https://id.example.com
      jwksUri: id.example.com/keys
`,
  passes: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  jwtRules:
    - issuer: https://id.example.com
      jwksUri: https://id.example.com/keys
`,
};
