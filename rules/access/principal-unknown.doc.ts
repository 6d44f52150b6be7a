import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/principal-unknown`. */
export const principalUnknownDoc: RuleDoc = {
  inventory: ["authz-principal-missing"],
  what: "Every principal in the sources of an AuthorizationPolicy has the form `<trust domain>/ns/<namespace>/sa/<service account>`, without `spiffe://`, and a workload runs as that service account. A namespace whose workloads are not described is not judged, nor is a pattern with `*`.",
  why: "A principal that nobody has matches nobody: the caller that the rule was written for gets 403, or a DENY for it never acts.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: backend } }
    spec:
      serviceAccountName: web
      containers: [{ name: app, image: registry.example/web:1 }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/wbe] } }]
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: backend } }
    spec:
      serviceAccountName: web
      containers: [{ name: app, image: registry.example/web:1 }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }]
`,
};
