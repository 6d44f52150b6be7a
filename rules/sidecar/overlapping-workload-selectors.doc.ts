import type { RuleDoc } from "../rule.ts";

/** Text and examples of `sidecar/overlapping-workload-selectors`. */
export const overlappingWorkloadSelectorsDoc: RuleDoc = {
  inventory: ["sidecar-overlap"],
  what: "No workload is selected by the `workloadSelector` of two Sidecars.",
  why: "Only one of them holds, and which one is not defined: hosts that the other imports are unknown to the proxy, and calls to them fail.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, tier: backend } }
    spec:
      containers: [{ name: app, image: registry.example/cart:1 }]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  workloadSelector: { labels: { app: cart } }
  egress: [{ hosts: ["./*"] }]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: backend, namespace: shop }
spec:
  workloadSelector: { labels: { tier: backend } }
  egress: [{ hosts: ["./*"] }]
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, tier: backend } }
    spec:
      containers: [{ name: app, image: registry.example/cart:1 }]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  workloadSelector: { labels: { app: cart } }
  egress: [{ hosts: ["./*"] }]
`,
};
