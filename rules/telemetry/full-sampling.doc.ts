import type { RuleDoc } from "../rule.ts";

/** Text and examples of `telemetry/full-sampling`. */
export const fullSamplingDoc: RuleDoc = {
  inventory: ["telemetry-sampling"],
  what: "`randomSamplingPercentage` of a Telemetry is below 100.",
  why: "Every request then makes a span in each proxy on its way. In production, that is the largest cost of tracing, and it hides the requests that matter.",
  fails: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: default, namespace: istio-system }
spec: { tracing: [{ randomSamplingPercentage: 100 }] }
`,
  passes: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: default, namespace: istio-system }
spec: { tracing: [{ randomSamplingPercentage: 1 }] }
`,
};
