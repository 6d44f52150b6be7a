import type { RuleDoc } from "../rule.ts";

const shop = (spec: string) => `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: public }
spec:
  ${spec}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: istio-system }
spec:
  secretName: shop-tls
  dnsNames: [shop.example.com]
  issuerRef: { name: public, kind: ClusterIssuer }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [shop.example.com]
`;

/** Text and examples of `gateway/untrusted-issuer`. */
export const untrustedIssuerDoc: RuleDoc = {
  inventory: ["cert-issuer-uncontrolled"],
  what: "The Secret of a TLS server for a host of the internet is not made by a Certificate of cert-manager whose issuer is `selfSigned`, or asks the staging server of an ACME authority. Hosts below `.local`, `.internal` and the like, and servers that ask for client certificates, are not judged.",
  why: "Clients refuse the certificate, or are taught to accept any: then whoever is between them and the gateway can show another one.",
  fails: shop("selfSigned: {}"),
  passes: shop('acme: { server: "https://acme-v02.api.letsencrypt.org/directory" }'),
};
