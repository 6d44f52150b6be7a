import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/audit-without-effect`. */
export const auditWithoutEffectDoc: RuleDoc = {
  inventory: ["authz-audit-noop"],
  what: "No AuthorizationPolicy has the action AUDIT.",
  why: "AUDIT asks a plugin of the proxy to note the request. Istio comes without such a plugin, so that nothing is noted and nobody misses it until it is needed.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  action: AUDIT
  rules:
    - from: [{ source: { namespaces: [shop] } }]
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { namespaces: [shop] } }]
`,
};
