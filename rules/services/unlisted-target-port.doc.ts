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
      containers: [{ name: app, image: example/cart, ports: [{ containerPort: 8080 }] }]
`;

/** Text and examples of `services/unlisted-target-port`. */
export const unlistedTargetPortDoc: RuleDoc = {
  inventory: ["svc-target-port"],
  what: "Each target port that a service gives by number is listed by a container in at least one of the workloads that the service selects. It is decided where all these workloads list ports.",
  why: "A container may listen on a port that it does not list, so that this need not be a fault. Mostly it is one: connections are refused, and the proxy answers 503 (`UF`).",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: 8000 }]
${deployment}`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
${deployment}`,
};
