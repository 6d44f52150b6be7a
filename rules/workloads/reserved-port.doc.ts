import type { RuleDoc } from "../rule.ts";

const deployment = (port: number) => `apiVersion: v1
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
    spec:
      containers: [{ name: app, image: example/cart, ports: [{ containerPort: ${String(port)} }] }]
`;

/** Text and examples of `workloads/reserved-port`. */
export const reservedPortDoc: RuleDoc = {
  inventory: ["workload-reserved-port"],
  what: "No container of a workload that gets a sidecar, the proxy's apart, lists one of the ports 15000, 15001, 15004, 15006, 15008, 15020, 15021, 15053 and 15090.",
  why: "All containers of a pod share their ports. Whichever starts second cannot listen: either the proxy or the application fails, and the pod never gets ready.",
  fails: deployment(15020),
  passes: deployment(8080),
};
