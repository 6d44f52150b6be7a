import type { RuleDoc } from "../rule.ts";

/** Text and examples of `telemetry/provider-unknown`. */
export const telemetryProviderUnknownDoc: RuleDoc = {
  inventory: ["telemetry-provider-missing"],
  what: "Every provider that a Telemetry names is built in or one of `extensionProviders` in the mesh's configuration. Where that is not in the input, it is not judged.",
  why: "Nothing is sent to a provider that does not exist, and no object says so.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders:
      - name: tempo
        opentelemetry: { service: tempo.monitoring.svc.cluster.local, port: 4317 }
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  tracing: [{ providers: [{ name: jaeger }] }]
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders:
      - name: tempo
        opentelemetry: { service: tempo.monitoring.svc.cluster.local, port: 4317 }
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  tracing: [{ providers: [{ name: tempo }] }]
`,
};
