import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/duplicate-certificate`. */
export const duplicateCertificateDoc: RuleDoc = {
  inventory: ["gw-duplicate-cert"],
  what: "Two Gateways for one workload do not use the same certificate: the same `credentialName`, or the same files.",
  why: "A browser uses its HTTP/2 connection again for every host of the certificate. The server that it was opened for answers 404 for hosts of the other Gateway.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: a, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [a.shop.example]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: b, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [b.shop.example]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [a.shop.example, b.shop.example]
`,
};
