import type { RuleDoc } from "../rule.ts";

/** Text and examples of `jwt/selector-without-workload`. */
export const jwtSelectorWithoutWorkloadDoc: RuleDoc = {
  what: "The selector of a RequestAuthentication matches a workload. In the root namespace the whole mesh is looked at; gateways that come with Istio count as there.",
  why: "Nobody checks the tokens, and rules that ask for one refuse everybody.",
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
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: carts } }
  jwtRules: [{ issuer: https://login.example }]
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
kind: RequestAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  jwtRules: [{ issuer: https://login.example }]
`,
};
