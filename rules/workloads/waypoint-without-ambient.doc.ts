import type { RuleDoc } from "../rule.ts";

const deployment = (mode: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${mode} } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, istio.io/use-waypoint: shop } }
    spec: { containers: [{ name: app, image: example/cart }] }
`;

/** Text and examples of `workloads/waypoint-without-ambient`. */
export const waypointWithoutAmbientDoc: RuleDoc = {
  inventory: ["ambient-waypoint-missing"],
  what: "A pod with the label `istio.io/use-waypoint` is in ambient, by its own label or by that of its namespace.",
  why: "Nothing leads its traffic to the waypoint. The access rules and routes that are attached there do not hold.",
  fails: deployment("istio-injection: enabled"),
  passes: deployment("istio.io/dataplane-mode: ambient"),
};
