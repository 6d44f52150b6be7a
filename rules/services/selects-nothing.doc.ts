import type { RuleDoc } from "../rule.ts";

const deployment = `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: example/cart }] }
`;

/** Text and examples of `services/selects-nothing`. */
export const selectsNothingDoc: RuleDoc = {
  inventory: ["svc-dangling"],
  what: "A service with a selector selects at least one workload of the input, where the input has workloads in its namespace.",
  why: "A service without endpoints answers each request with 503. Mostly the selector and the labels of the workload have grown apart.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: card }
  ports: [{ name: http, port: 80 }]
${deployment}`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
${deployment}`,
};
