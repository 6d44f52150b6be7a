import type { RuleDoc } from "../rule.ts";

const entry = (port: string) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: payments, namespace: shop }
spec:
  hosts: [api.payments.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ ${port} }]
`;

/** Text and examples of `egress/plaintext`. */
export const plaintextDoc: RuleDoc = {
  inventory: ["egress-plaintext"],
  what: "A port with a protocol of HTTP of a ServiceEntry for a name of the internet leads to a host for which a DestinationRule starts TLS. What a VirtualService sends elsewhere, and hosts with addresses or endpoints of their own, are not judged.",
  why: "Between the pods everything is encrypted, and then the request leaves the cluster in the clear, with its tokens and its data, over networks that nobody here controls.",
  fails: entry("number: 80, name: http, protocol: HTTP"),
  passes: `${entry("number: 80, name: http, protocol: HTTP, targetPort: 443")}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: payments, namespace: shop }
spec:
  host: api.payments.com
  trafficPolicy:
    tls: { mode: SIMPLE, sni: api.payments.com, subjectAltNames: [api.payments.com], caCertificates: system }
`,
};
