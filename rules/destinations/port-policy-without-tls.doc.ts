import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/port-policy-without-tls`. */
export const portPolicyWithoutTlsDoc: RuleDoc = {
  inventory: ["dr-port-level-reset"],
  what: "Where a destination or a subset has `tls` of mode SIMPLE or MUTUAL, every entry of its `portLevelSettings` has `tls` too.",
  why: "Settings of a port do not add to those of the destination but take their place: this port is called without TLS.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec:
  host: api.example.com
  trafficPolicy:
    tls: { mode: SIMPLE, caCertificates: system, sni: api.example.com }
    portLevelSettings:
      - port: { number: 8443 }
        connectionPool: { tcp: { maxConnections: 100 } }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec:
  host: api.example.com
  trafficPolicy:
    tls: { mode: SIMPLE, caCertificates: system, sni: api.example.com }
    connectionPool: { tcp: { maxConnections: 100 } }
`,
};
