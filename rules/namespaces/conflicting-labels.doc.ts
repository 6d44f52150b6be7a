import type { RuleDoc } from "../rule.ts";

/** Text and examples of `namespaces/conflicting-labels`. */
export const conflictingLabelsDoc: RuleDoc = {
  inventory: ["ns-injection-label-conflict", "ambient-sidecar-mix"],
  what: "At most one of `istio-injection: enabled`, `istio.io/rev` and `istio.io/dataplane-mode` is on a namespace.",
  why: "Injection by `istio-injection` hides a revision, so that the canary of a control plane is never tried; and pods with a sidecar in an ambient namespace are neither.",
  fails: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { istio-injection: enabled, istio.io/rev: canary }
`,
  passes: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { istio.io/rev: canary }
`,
};
