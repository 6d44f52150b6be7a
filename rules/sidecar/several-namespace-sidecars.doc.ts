import type { RuleDoc } from "../rule.ts";

/** Text and examples of `sidecar/several-namespace-sidecars`. */
export const severalNamespaceSidecarsDoc: RuleDoc = {
  inventory: ["sidecar-overlap"],
  what: "A namespace has one Sidecar without a `workloadSelector` at most.",
  why: "Only one of them holds, and which one is not defined: hosts that the other imports are unknown to the proxies, and calls to them fail.",
  fails: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress: [{ hosts: ["./*"] }]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: payment, namespace: shop }
spec:
  egress: [{ hosts: ["bank/*"] }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress: [{ hosts: ["./*", "bank/*"] }]
`,
};
