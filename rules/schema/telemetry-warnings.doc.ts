import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/telemetry-warnings`. */
export const telemetryWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a Telemetry: a selector without labels, several entries or providers of tracing, tags without a name.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  tracing:
    - providers: [{ name: zipkin }, { name: otel }]
`,
  passes: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  tracing:
    - providers: [{ name: otel }]
`,
};
