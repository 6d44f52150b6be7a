import type { RuleDoc } from "../rule.ts";

/** Text and examples of `namespaces/not-injected`. */
export const notInjectedDoc: RuleDoc = {
  inventory: ["ns-not-in-mesh"],
  what: "A namespace has one of the labels that decide on the mesh: `istio-injection`, `istio.io/rev`, or `istio.io/dataplane-mode: ambient`. The namespaces of Kubernetes and of Istio itself are left out.",
  why: "Without any, its pods start without a proxy: no mTLS, no policy, no telemetry. Whether that is meant cannot be seen from the outside; `istio-injection: disabled` says so.",
  fails: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
`,
  passes: `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Namespace
metadata: { name: batch, labels: { istio-injection: disabled } }
`,
};
