import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/workload-uncovered`. */
export const workloadUncoveredDoc: RuleDoc = {
  inventory: ["authz-workload-uncovered"],
  what: "In a namespace that has AuthorizationPolicies for chosen workloads and none for the whole namespace or mesh, each workload with a proxy is selected by one.",
  why: "A workload that no policy is for lets everybody in. Where the others of its namespace are guarded, it is usually one that was added later and forgotten.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { namespaces: [shop] } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: cart:1 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: web:1 }] }
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { namespaces: [shop] } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: cart:1 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: web:1 }] }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: deny-all, namespace: shop }
spec: {}
`,
};
