import type { RuleDoc } from "../rule.ts";

const workload = `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: "cart:1" }] }
---
`;

/** Text and examples of `resilience/outlier-never-ejects`. */
export const outlierNeverEjectsDoc: RuleDoc = {
  inventory: ["outlier-never-ejects"],
  what: "Instances × `maxEjectionPercent` (10 unless said otherwise) is at least 100, where a Service has two instances or more and their number is fixed: no autoscaler, no failover to other localities.",
  why: "The percentage holds for the first ejection too. Three instances with the default of 10 % means that outlier detection is configured, and does nothing.",
  fails: `${workload}apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 5 }
`,
  passes: `${workload}apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 5, maxEjectionPercent: 34 }
`,
};
