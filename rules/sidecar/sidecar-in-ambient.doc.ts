import type { RuleDoc } from "../rule.ts";

/** Text and examples of `sidecar/sidecar-in-ambient`. */
export const sidecarInAmbientDoc: RuleDoc = {
  inventory: ["ambient-sidecar-mix"],
  what: "No Sidecar is in a namespace in ambient mode, or selects a workload in ambient mode.",
  why: "There is no sidecar that it could configure. Limits that it sets on what the workload reaches do not hold.",
  fails: `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient } }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress: [{ hosts: ["./*"] }]
`,
  passes: `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress: [{ hosts: ["./*"] }]
`,
};
