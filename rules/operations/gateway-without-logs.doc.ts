import type { RuleDoc } from "../rule.ts";

const mesh = (config: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    trustDomain: shop.example${config}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example.com]
      tls: { mode: SIMPLE, credentialName: shop }
`;

/** Text and examples of `operations/gateway-without-logs`. */
export const gatewayWithoutLogsDoc: RuleDoc = {
  inventory: ["ops-observability-min"],
  what: "Where MeshConfig is known and there is a gateway, `accessLogFile` or a default provider of access logs is set, or a Telemetry of the root namespace or of the gateway's asks for them. A Telemetry for all of either namespace does not switch them off.",
  why: "After an attack or a wave of errors nobody can say who called what. Metrics count, and name neither path nor caller.",
  fails: mesh(""),
  passes: mesh("\n    accessLogFile: /dev/stdout"),
};
