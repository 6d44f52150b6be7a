import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/port-of-service`. */
export const portOfServiceDoc: RuleDoc = {
  inventory: ["mtls-port-not-workload-port"],
  what: "A key of `portLevelMtls` is a port that the workload listens on, and not one of its Service that leads to another.",
  why: "The entry has no effect, and the port that was meant keeps the mode of the workload: it stays open, or refuses the callers that the exception was for.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, tier: backend } }
    spec:
      containers: [{ name: app, image: registry.example/cart:1 }]
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  mtls: { mode: STRICT }
  portLevelMtls: { "80": { mode: PERMISSIVE } }
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, tier: backend } }
    spec:
      containers: [{ name: app, image: registry.example/cart:1 }]
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  mtls: { mode: STRICT }
  portLevelMtls: { "8080": { mode: STRICT } }
`,
};
