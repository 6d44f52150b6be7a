import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/credential-invalid`. */
export const credentialInvalidDoc: RuleDoc = {
  inventory: ["gw-credential-invalid"],
  what: "The Secret of a TLS server has `tls.crt` and `tls.key` (or `cert` and `key`), the certificate can be read and is valid now, and the key belongs to it.",
  why: "The proxy refuses the Secret, or clients refuse the certificate: the host is down.",
  fails: `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: istio-system }
type: kubernetes.io/tls
data:
  tls.crt: bm90IGEgY2VydGlmaWNhdGU=
  tls.key: ZXhhbXBsZQ==
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [shop.example]
`,
  passes: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: istio-system }
spec:
  secretName: shop-tls
  dnsNames: [shop.example]
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
      hosts: [shop.example]
`,
};
