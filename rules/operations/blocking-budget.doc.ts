import type { RuleDoc } from "../rule.ts";

const gateway = (replicas: number) => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: gateway, namespace: edge }
spec: { minAvailable: 1, selector: { matchLabels: { istio: ingress } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: edge }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { istio: ingress } }
  template:
    metadata: { labels: { istio: ingress, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
`;

/** Text and examples of `operations/blocking-budget`. */
export const blockingBudgetDoc: RuleDoc = {
  inventory: ["ops-pdb-blocks"],
  what: "A PodDisruptionBudget allows at least one eviction: `maxUnavailable` is not 0, `minAvailable` is not 100 %, and it is below the number of instances of the workloads that it selects (the minimum of an autoscaler, where there is one).",
  why: "The node of such a pod cannot be drained. The upgrade of the cluster stops there, mostly at night.",
  fails: gateway(1),
  passes: gateway(2),
};
