import type { RuleDoc } from "../rule.ts";

const shop = (labels: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: cart, namespace: shop }
spec:
  podSelector: ${labels}
  ingress: [{ from: [{ podSelector: {} }] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: web:1 }] }
`;

/** Text and examples of `access/uncovered-by-network-policy`. */
export const uncoveredByNetworkPolicyDoc: RuleDoc = {
  inventory: ["netpol-missing"],
  what: "In a namespace that has NetworkPolicies, each workload of the mesh is selected by one that is for what comes in.",
  why: "A sidecar is no boundary for its own pod, which can go past it. Where the network guards the others, a workload that was forgotten is the way in.",
  fails: shop("{ matchLabels: { app: cart } }"),
  passes: shop("{}"),
};
