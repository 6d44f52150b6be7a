import type { RuleDoc } from "../rule.ts";

/** Text and examples of `egress/https-port-as-http`. */
export const httpsPortAsHttpDoc: RuleDoc = {
  inventory: ["egress-443-as-http"],
  what: "A ServiceEntry for a host outside that declares port 443 (or a `targetPort` of 443) as HTTP has a DestinationRule that makes clients start TLS. One with endpoints of its own is left alone.",
  why: "The proxy sends HTTP in plaintext to a server that waits for TLS: 400, or a closed connection. Where the application starts TLS, the proxy does not understand what it sends.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: bank, namespace: shop }
spec:
  hosts: [bank.example]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: http, protocol: HTTP }]
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
