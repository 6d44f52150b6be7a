import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/unverified-server`. */
export const unverifiedServerDoc: RuleDoc = {
  inventory: ["egress-tls-no-ca"],
  what: "TLS that clients start by themselves (`SIMPLE`, `MUTUAL`) has `caCertificates`: for the destination, for single ports and in subsets. A `credentialName` counts only with a `workloadSelector`; for other clients it is not read.",
  why: "The certificate of the server is accepted whoever signed it: anybody on the way can answer, and the encryption protects from nobody who matters.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: tls, protocol: TLS }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec:
  host: api.example.com
  trafficPolicy: { tls: { mode: SIMPLE, sni: api.example.com } }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: tls, protocol: TLS }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec:
  host: api.example.com
  trafficPolicy:
    tls:
      mode: SIMPLE
      sni: api.example.com
      caCertificates: /etc/ssl/certs/ca-certificates.crt
      subjectAltNames: [api.example.com]
`,
};
