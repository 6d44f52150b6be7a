import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/gateway-warnings`. */
export const gatewayWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a Gateway: redirects on servers that do not speak HTTP, old versions of TLS without ciphers for them, unknown or repeated ciphers, certificates that a passthrough ignores, more than two certificates.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: cart, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example.com]
      tls: { mode: SIMPLE, credentialName: shop-cert, minProtocolVersion: TLSV1_1 }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: cart, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example.com]
      tls: { mode: SIMPLE, credentialName: shop-cert, minProtocolVersion: TLSV1_2 }
`,
};
