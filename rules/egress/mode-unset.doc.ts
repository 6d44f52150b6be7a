import type { RuleDoc } from "../rule.ts";

/** Text and examples of `egress/mode-unset`. */
export const modeUnsetDoc: RuleDoc = {
  inventory: ["egress-mode-unset"],
  what: "A Sidecar that has `outboundTrafficPolicy` sets its `mode`.",
  why: "An empty policy is not the same as none: it counts as REGISTRY_ONLY, also where the mesh lets workloads call every host.",
  fails: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress:
    - hosts: ["./*"]
  outboundTrafficPolicy: {}
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
