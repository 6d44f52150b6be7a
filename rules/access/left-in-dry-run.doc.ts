import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/left-in-dry-run`. */
export const leftInDryRunDoc: RuleDoc = {
  inventory: ["authz-dryrun-left"],
  what: 'No AuthorizationPolicy has the annotation `istio.io/dry-run: "true"`.',
  why: "In dry-run the decision is only logged. A policy that is left there after the trial protects nothing.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop, annotations: { istio.io/dry-run: "true" } }
spec:
  action: DENY
  rules:
    - to: [{ operation: { paths: [/admin*] } }]
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - to: [{ operation: { paths: [/admin*] } }]
`,
};
