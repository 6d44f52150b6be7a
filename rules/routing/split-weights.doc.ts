import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/split-weights`. */
export const splitWeightsDoc: RuleDoc = {
  inventory: ["vs-weight-sum"],
  what: "The weights of a rule are not negative and sum to 100. In a VirtualService, weights that sum to less than 50 are taken for proportions, such as 1 to 3.",
  why: "The proxy divides by the sum. With 90 and 20 the canary gets 18 %, not 20 %.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-v1, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, version: v1, sidecar.istio.io/inject: "true" } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: cart, subset: v1 }, weight: 90 }
        - { destination: { host: cart, subset: v2 }, weight: 20 }
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-v1, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, version: v1, sidecar.istio.io/inject: "true" } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: cart, subset: v1 }, weight: 90 }
        - { destination: { host: cart, subset: v2 }, weight: 10 }
`,
};
