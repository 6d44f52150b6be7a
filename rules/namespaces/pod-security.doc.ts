import type { RuleDoc } from "../rule.ts";

const shop = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { istio-injection: enabled, pod-security.kubernetes.io/enforce: restricted }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  template: { metadata: { labels: { app: istiod } } }
`;

/** Text and examples of `namespaces/pod-security`. */
export const podSecurityDoc: RuleDoc = {
  inventory: ["psa-blocks-init"],
  what: "A namespace that gets sidecars and enforces the levels `baseline` or `restricted` of pod security needs Istio's CNI plugin. It is looked for where the input describes Istio's control plane.",
  why: "The init container that redirects the traffic needs NET_ADMIN. Pod security refuses each pod, and the rollout stops with no pod at all.",
  fails: shop,
  passes: `${shop}---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: istio-cni-node, namespace: istio-system }
spec:
  template: { metadata: { labels: { k8s-app: istio-cni-node } } }
`,
};
