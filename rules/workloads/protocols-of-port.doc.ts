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
  ports: [{ name: tcp, port: 9000, protocol: TCP }]
---
`;

/** Text and examples of `workloads/protocols-of-port`. */
export const protocolsOfPortDoc: RuleDoc = {
  inventory: ["svc-multi-association"],
  what: "Where several services select one workload in the mesh, they give one port number the same transport protocol.",
  why: "The proxy has one listener for a port. Which service wins is not defined, and the traffic of the other one is lost.",
  fails: `${cart}apiVersion: v1
kind: Service
metadata: { name: cart-udp, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: udp, port: 9000, protocol: UDP }]
`,
  passes: `${cart}apiVersion: v1
kind: Service
metadata: { name: cart-udp, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: udp, port: 9001, protocol: UDP }]
`,
};
