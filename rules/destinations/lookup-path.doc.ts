import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/lookup-path`. */
export const lookupPathDoc: RuleDoc = {
  inventory: ["dr-lookup-path"],
  what: "A DestinationRule for a service of another namespace is in a namespace with workloads, whose calls it is for, or in the root namespace.",
  why: "A client's proxy looks for the rule in its own namespace, in the one of the service, and in the root namespace. A rule that is anywhere else never holds.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: { app: cart } } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: config }
spec:
  host: cart.shop.svc.cluster.local
  trafficPolicy: { loadBalancer: { simple: RANDOM } }
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: { app: cart } } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart.shop.svc.cluster.local
  trafficPolicy: { loadBalancer: { simple: RANDOM } }
`,
};
