import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/unverified-server`. */
export const unverifiedServerDoc: RuleDoc = {
  inventory: ["egress-tls-no-ca"],
  what: "TLS that clients start by themselves (`SIMPLE`, `MUTUAL`) has `caCertificates`: for the destination, for single ports and in subsets. A `credentialName` counts only with a `workloadSelector`; for other clients it is not read.",
  why: "Istio then takes the authorities that the image of the proxy trusts: any of over a hundred public ones can vouch for the server, and a server with a certificate of one's own authority is refused. Older releases verified nothing.",
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
