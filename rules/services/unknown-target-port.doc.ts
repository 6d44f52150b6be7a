import type { RuleDoc } from "../rule.ts";

const deployment = `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers: [{ name: app, image: example/cart, ports: [{ name: web, containerPort: 8080 }] }]
`;

/** Text and examples of `services/unknown-target-port`. */
export const unknownTargetPortDoc: RuleDoc = {
  inventory: ["svc-target-port"],
  what: "Each target port that a service gives by name is the name of a port of a container in at least one of the workloads that the service selects. It is decided where all these workloads list ports.",
  why: "Endpoints without a port of that name are left out. The service has none, and each request is answered with 503 (`UH`).",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: http }]
${deployment}`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: web }]
${deployment}`,
};
