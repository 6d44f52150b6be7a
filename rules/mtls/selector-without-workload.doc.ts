import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/selector-without-workload`. */
export const mtlsSelectorWithoutWorkloadDoc: RuleDoc = {
  what: "The selector of a PeerAuthentication matches a workload of its namespace. Where the input describes no workload at all, it cannot be decided.",
  why: "The mode holds for nobody: the workload that was to be strict still accepts plaintext.",
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
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: carts } }
  mtls: { mode: STRICT }
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
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  mtls: { mode: STRICT }
`,
};
