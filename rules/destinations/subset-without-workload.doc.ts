import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/subset-without-workload`. */
export const subsetWithoutWorkloadDoc: RuleDoc = {
  inventory: ["dr-subset-dead"],
  what: "The labels of a subset, together with the selector of its Service or ServiceEntry, select at least one pod. Templates of workloads count as pods, and so do WorkloadEntries and endpoints. Labels that only the cluster sets are left aside. Where other subsets of the rule have pods and no route names this one, `destinations/idle-subset` says it.",
  why: "The proxy has a cluster without endpoints and answers 503 (`UH`) to what is routed there. A canary of 10 % to a version that was never deployed is an outage for one user in ten.",
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
  selector: { matchLabels: { app: cart, version: v1 } }
  template:
    metadata: { labels: { app: cart, version: v1 } }
    spec: { containers: [{ name: app, image: cart }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - { name: v2, labels: { version: v2 } }
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
  selector: { matchLabels: { app: cart, version: v1 } }
  template:
    metadata: { labels: { app: cart, version: v1 } }
    spec: { containers: [{ name: app, image: cart }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-v2, namespace: shop }
spec:
  selector: { matchLabels: { app: cart, version: v2 } }
  template:
    metadata: { labels: { app: cart, version: v2 } }
    spec: { containers: [{ name: app, image: cart }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - { name: v1, labels: { version: v1 } }
    - { name: v2, labels: { version: v2 } }
`,
};
