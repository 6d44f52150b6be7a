import type { RuleDoc } from "../rule.ts";

/** Text and examples of `sidecar/root-sidecar-with-selector`. */
export const rootSidecarWithSelectorDoc: RuleDoc = {
  what: "A Sidecar of the root namespace has no `workloadSelector`, unless it selects a workload that runs there.",
  why: "The Sidecar of the root namespace is the default of the mesh. With a selector it holds for workloads of the root namespace only, and the mesh has no default.",
  fails: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: istio-system }
spec:
  workloadSelector: { labels: { app: cart } }
  egress: [{ hosts: ["./*"] }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: istio-system }
spec:
  egress: [{ hosts: ["./*"] }]
`,
};
