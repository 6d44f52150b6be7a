import type { RuleDoc } from "../rule.ts";

const cart = (more: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    connectionPool: { http: { http2MaxRequests: 100 } }
${more}---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ port: 80, name: http }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  replicas: 3
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: cart:1 }] }
`;

/** Text and examples of `resilience/outlier-detection-missing`. */
export const outlierDetectionMissingDoc: RuleDoc = {
  inventory: ["outlier-missing"],
  what: "A DestinationRule that says how connections to a service with at least two instances are pooled or balanced has outlier detection in one of them. Services without a DestinationRule are not judged.",
  why: "An instance that fails fast also answers fast, and with some ways of balancing gets more requests than the others. It keeps its share until somebody removes it.",
  fails: cart(""),
  passes: cart("    outlierDetection: { consecutive5xxErrors: 5, maxEjectionPercent: 50 }\n"),
};
