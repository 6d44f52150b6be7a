import type { RuleDoc } from "../rule.ts";

/** Text and examples of `telemetry/several-namespace-telemetries`. */
export const severalNamespaceTelemetriesDoc: RuleDoc = {
  inventory: ["telemetry-overlap"],
  what: "A namespace has one Telemetry without a selector at most. Those with `targetRefs` hold only there and are not counted.",
  why: "Only one of them holds, and which one is not defined: logs or metrics are missing without a word.",
  fails: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: logs, namespace: shop }
spec:
  accessLogging: [{ providers: [{ name: envoy }] }]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: traces, namespace: shop }
spec:
  tracing: [{ randomSamplingPercentage: 1 }]
`,
  passes: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: default, namespace: shop }
spec:
  accessLogging: [{ providers: [{ name: envoy }] }]
  tracing: [{ randomSamplingPercentage: 1 }]
`,
};
