import type { RuleDoc } from "../rule.ts";

const config = `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders:
      - name: old
        lightstep: { service: lightstep.example.com, port: 8080, accessToken: none }
      - name: new
        opentelemetry: { service: collector.observe.svc.cluster.local, port: 4317 }
---
`;

/** Text and examples of `objects/lightstep-tracing`. */
export const lightstepTracingDoc: RuleDoc = {
  inventory: ["ops-deprecated"],
  what: "The tracing providers that a Telemetry names are not of the kind `lightstep` in the configuration of the mesh.",
  why: "Lightstep's own tracer is gone from Envoy: the traces stop with the upgrade, and nobody is told.",
  fails: `${config}apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: default, namespace: istio-system }
spec: { tracing: [{ providers: [{ name: old }] }] }
`,
  passes: `${config}apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: default, namespace: istio-system }
spec: { tracing: [{ providers: [{ name: new }] }] }
`,
};
