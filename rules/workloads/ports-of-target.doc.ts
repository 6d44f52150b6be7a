import type { RuleDoc } from "../rule.ts";

const cart = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: example/cart }] }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
`;

/** Text and examples of `workloads/ports-of-target`. */
export const portsOfTargetDoc: RuleDoc = {
  inventory: ["svc-multi-association"],
  what: "Where several services select one workload in the mesh, they lead to one target port from one port number only.",
  why: "Inside the pod, the proxy sees the target port alone and takes the policies and the protocol of one of the services for all the traffic.",
  fails: `${cart}apiVersion: v1
kind: Service
metadata: { name: cart-admin, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: tcp, port: 9000, targetPort: 8080 }]
`,
  passes: `${cart}apiVersion: v1
kind: Service
metadata: { name: cart-admin, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: tcp, port: 9000, targetPort: 9000 }]
`,
};
