import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/overlapping-subsets`. */
export const overlappingSubsetsDoc: RuleDoc = {
  inventory: ["dr-subset-overlap"],
  what: "No pod of a host has the labels of two of its subsets.",
  why: "Such a pod gets the share of both. A canary that should see 5 % of the requests sees more, and a version that should see none sees some.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: { app: cart, version: v1, tier: stable } } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - { name: v1, labels: { version: v1 } }
    - { name: stable, labels: { tier: stable } }
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: { app: cart, version: v1, tier: stable } } } }
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
