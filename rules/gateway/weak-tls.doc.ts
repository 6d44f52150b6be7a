import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/weak-tls`. */
export const weakTlsDoc: RuleDoc = {
  inventory: ["gw-tls-weak"],
  what: "No server of a Gateway has a `minProtocolVersion` below TLS 1.2, one of the broken ciphers (RC4, DES, NULL, export grade), or one without forward secrecy (`AES128-SHA`).",
  why: "An attacker makes client and server agree on the weak version and reads the traffic; audits fail.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls, minProtocolVersion: TLSV1_0 }
      hosts: [shop.example]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls, minProtocolVersion: TLSV1_2 }
      hosts: [shop.example]
`,
};
