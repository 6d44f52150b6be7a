import type { RuleDoc } from "../rule.ts";

/** Text and examples of `egress/allow-any`. */
export const allowAnyDoc: RuleDoc = {
  inventory: ["egress-allow-any"],
  what: "Neither MeshConfig nor a Sidecar states the outbound traffic policy ALLOW_ANY. Where nothing is stated, nothing is said.",
  why: "Whoever gets into a workload can send data anywhere. And what the mesh depends on outside is written down nowhere, until it fails.",
  fails: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress:
    - hosts: ["./*"]
  outboundTrafficPolicy: { mode: ALLOW_ANY }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress:
    - hosts: ["./*"]
  outboundTrafficPolicy: { mode: REGISTRY_ONLY }
`,
};
