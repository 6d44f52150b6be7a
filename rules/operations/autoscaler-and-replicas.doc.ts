import type { RuleDoc } from "../rule.ts";

const cart = (replicas: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: cart, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }
  minReplicas: 2
  maxReplicas: 10
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  ${replicas}selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: example/cart }] }
`;

/** Text and examples of `operations/autoscaler-and-replicas`. */
export const autoscalerAndReplicasDoc: RuleDoc = {
  inventory: ["ops-hpa-sidecar"],
  what: "A workload that a HorizontalPodAutoscaler of the input sizes has no `replicas`.",
  why: "Each deploy sets the number back, in the middle of a peak too, and the autoscaler starts from there.",
  fails: cart("replicas: 2\n  "),
  passes: cart(""),
};
