import type { RuleDoc } from "../rule.ts";

const istiod = `apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  replicas: 2
  selector: { matchLabels: { app: istiod } }
  template:
    metadata: { labels: { app: istiod } }
    spec: { containers: [{ name: discovery, image: istio/pilot }] }
`;

/** Text and examples of `operations/control-plane-without-budget`. */
export const controlPlaneWithoutBudgetDoc: RuleDoc = {
  inventory: ["ops-istiod-ha"],
  what: "A Deployment of istiod with at least two instances is selected by a PodDisruptionBudget.",
  why: "An upgrade of the cluster drains one node after the other and may evict both instances. Until one is back, no pod of an injected namespace can be created, the evicted ones included.",
  fails: istiod,
  passes: `${istiod}---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: istiod, namespace: istio-system }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: istiod } } }
`,
};
