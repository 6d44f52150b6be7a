import type { RuleDoc } from "../rule.ts";

/** Text and examples of `egress/unverified`. */
export const unverifiedDoc: RuleDoc = {
  inventory: ["egress-tls-no-san"],
  what: "No DestinationRule that makes clients start TLS sets `insecureSkipVerify`, for the host, a subset or a port.",
  why: "TLS to an unknown server protects from nobody who can get in between: data and tokens go to whoever answers.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: bank, namespace: shop }
spec:
  hosts: [bank.example]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: http, protocol: HTTP }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: bank, namespace: shop }
spec:
  host: bank.example
  trafficPolicy:
    tls: { mode: SIMPLE, sni: bank.example, insecureSkipVerify: true }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: bank, namespace: shop }
spec:
  hosts: [bank.example]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: http, protocol: HTTP }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: bank, namespace: shop }
spec:
  host: bank.example
  trafficPolicy:
    tls: { mode: SIMPLE, sni: bank.example, caCertificates: /etc/ssl/certs/ca-certificates.crt, subjectAltNames: [bank.example] }
`,
};
