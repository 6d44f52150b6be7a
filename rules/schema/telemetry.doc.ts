import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/telemetry`. */
export const telemetryDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a Telemetry: providers without a name, sampling outside 0 to 100 percent, tags without name or value, filters that do not follow the syntax of CEL.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  tracing:
    - randomSamplingPercentage: 110
`,
  passes: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  tracing:
    - randomSamplingPercentage: 11
`,
};
