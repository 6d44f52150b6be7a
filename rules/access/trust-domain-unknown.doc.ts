import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/trust-domain-unknown`. */
export const trustDomainUnknownDoc: RuleDoc = {
  inventory: ["authz-principal-missing"],
  what: "The trust domain of each principal is the one that MeshConfig states, one of its aliases, or `cluster.local`, which stands for the own one. It is only looked at where the input has MeshConfig and it states a trust domain.",
  why: "A principal of another trust domain is nobody: an ALLOW for it refuses the caller that it was written for, a DENY lets it in.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    trustDomain: shop.example
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - from: [{ source: { principals: [old.example/ns/shop/sa/web] } }]
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    trustDomain: shop.example
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - from: [{ source: { principals: [shop.example/ns/shop/sa/web] } }]
`,
};
