import type { RuleDoc } from "../rule.ts";

const deployment = (labels: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { ${labels} } }
    spec: { containers: [{ name: app, image: example/cart }] }
`;

/** Text and examples of `workloads/sidecar-in-ambient-namespace`. */
export const sidecarInAmbientNamespaceDoc: RuleDoc = {
  inventory: ["ambient-sidecar-mix"],
  what: "In a namespace in ambient, no workload asks for a sidecar or has one. Gateways, which are a proxy and nothing else, are left out.",
  why: "Its traffic bypasses the waypoint of the namespace, and with it the access rules that are attached there.",
  fails: deployment('app: cart, sidecar.istio.io/inject: "true"'),
  passes: deployment("app: cart"),
};
