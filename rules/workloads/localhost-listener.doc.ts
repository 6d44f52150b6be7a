import type { RuleDoc } from "../rule.ts";

/** Text and examples of `workloads/localhost-listener`. */
export const localhostListenerDoc: RuleDoc = {
  what: "Where the flags or variables of a container say an address to listen on (`--listen`, `--bind-address`, `LISTEN_ADDR`), it is not one of loopback with the port that a Service sends to. What a program does without being told cannot be seen here.",
  why: "The proxy passes requests on to the address of the pod. Nobody listens there, and every caller gets 503.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers: [{ name: app, image: cart, args: ["--listen=127.0.0.1:8080"] }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers: [{ name: app, image: cart, args: ["--listen=0.0.0.0:8080"] }]
`,
};
