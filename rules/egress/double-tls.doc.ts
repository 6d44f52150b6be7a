import type { RuleDoc } from "../rule.ts";

/** Text and examples of `egress/double-tls`. */
export const doubleTlsDoc: RuleDoc = {
  inventory: ["egress-double-tls"],
  what: "A DestinationRule does not make clients start TLS at a port that a ServiceEntry declares as HTTPS or TLS. Hosts that a VirtualService routes to are left alone: a gateway on the way out may take HTTP and start TLS there.",
  why: "What the application sends on such a port is TLS already. The proxy puts TLS round it, the server finds no HTTP inside, and every call fails.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: bank, namespace: shop }
spec:
  hosts: [bank.example]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: https, protocol: HTTPS }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: bank, namespace: shop }
spec:
  host: bank.example
  trafficPolicy:
    tls: { mode: SIMPLE, sni: bank.example, caCertificates: /etc/ssl/certs/ca-certificates.crt, subjectAltNames: [bank.example] }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: bank, namespace: shop }
spec:
  hosts: [bank.example]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: https, protocol: HTTPS }]
`,
};
