import type { RuleDoc } from "../rule.ts";

/** Text and examples of `sidecar/selector-without-workload`. */
export const sidecarSelectorWithoutWorkloadDoc: RuleDoc = {
  what: "The `workloadSelector` of a Sidecar matches a workload of its namespace. Where the input describes no workload at all, it cannot be decided.",
  why: "The Sidecar configures nothing. The workload that it was meant for keeps the whole mesh in its configuration, or what the namespace says.",
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
  workloadSelector: { labels: { app: carts } }
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
