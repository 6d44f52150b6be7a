import type { RuleDoc } from "../rule.ts";

const shop = (more: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: cart:1 }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: cart, namespace: shop }
spec:
  podSelector: { matchLabels: { app: cart } }
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
    - to: [{ podSelector: { matchLabels: { app: payments } } }]
${more}`;

/** Text and examples of `workloads/network-policy-blocks-proxy`. */
export const networkPolicyBlocksProxyDoc: RuleDoc = {
  inventory: ["netpol-blocks-mesh"],
  what: "All NetworkPolicies for a workload with a proxy together let it send to TCP port 15012 of the control plane's namespace and to DNS. Those for a workload in ambient mode that let anything in let in port 15008. Blocks of addresses, ports by name and labels of a namespace that is not described are taken to fit.",
  why: "The proxy starts, gets neither configuration nor certificate, and never becomes ready; a running one goes on until its certificate expires. In ambient mode every request arrives on port 15008, whatever port the client asked for, and is dropped.",
  fails: shop(""),
  passes:
    shop(`    - to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: istio-system } } }]
      ports: [{ port: 15012 }]
`),
};
