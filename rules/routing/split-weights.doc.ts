import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/split-weights`. */
export const splitWeightsDoc: RuleDoc = {
  inventory: ["vs-weight-sum", "vs-weight-single"],
  what: "The weights of a rule are not negative and sum to 100, and a single destination has the weight 100 or none.",
  why: "The proxy divides by the sum. With 90 and 20 the canary gets 18 %, not 20 %, and a single destination with the weight 10 gets every request.",
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
