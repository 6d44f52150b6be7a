import type { RuleDoc } from "../rule.ts";

const gateway = `apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: edge }
spec:
  replicas: 2
  selector: { matchLabels: { istio: ingress } }
  template:
    metadata: { labels: { istio: ingress, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
`;

/** Text and examples of `operations/gateway-without-budget`. */
export const gatewayWithoutBudgetDoc: RuleDoc = {
  inventory: ["ops-gateway-pdb"],
  what: "A Deployment whose pods are a proxy and nothing else, with at least two instances, is selected by a PodDisruptionBudget.",
  why: "An upgrade of the cluster drains one node after the other. Without a budget it may evict the last instance before the first new one is ready, and nobody comes in.",
  fails: gateway,
  passes: `${gateway}---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: gateway, namespace: edge }
spec: { maxUnavailable: 1, selector: { matchLabels: { istio: ingress } } }
`,
};
