import type { RuleDoc } from "../rule.ts";

const cart = (metric: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: cart, image: shop/cart }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: cart, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }
  minReplicas: 2
  maxReplicas: 8
  metrics:
    - ${metric}
`;

/** Text and examples of `operations/autoscaler-counts-proxy`. */
export const autoscalerCountsProxyDoc: RuleDoc = {
  inventory: ["ops-hpa-sidecar"],
  what: "A HorizontalPodAutoscaler of a workload with a sidecar has no metric of the type `Resource` with a target of `Utilization`; `ContainerResource` names the container.",
  why: "The part is one of all requests of the pod. A sidecar that does little hides a busy application, and a busy sidecar starts more of an idle one.",
  fails: cart(
    "{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }",
  ),
  passes: cart(
    "{ type: ContainerResource, containerResource: { name: cpu, container: cart, target: { type: Utilization, averageUtilization: 70 } } }",
  ),
};
