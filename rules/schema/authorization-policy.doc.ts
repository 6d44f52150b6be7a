import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/authorization-policy`. */
export const authorizationPolicyDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in an AuthorizationPolicy: DENY or CUSTOM without rules, CUSTOM without provider or with identities, empty sources, operations and values, addresses, ports, service accounts, trust domains and templates of paths that are not valid, unknown keys of conditions, several ways to attach it.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - from:
        - source: { ipBlocks: [203.0.113.0/33] }
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - from:
        - source: { ipBlocks: [203.0.113.0/24] }
`,
};
