import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/client-certificate-bypass`. */
export const clientCertificateBypassDoc: RuleDoc = {
  inventory: ["gw-sni-host-bypass"],
  what: "In one Gateway, a host of a server with the mode MUTUAL is not also part of a wildcard of a server with the mode SIMPLE on the same port, unless an EnvoyFilter of the input answers such requests with 421.",
  why: "The name in the TLS handshake decides which server asks for a certificate, the name in the request where it goes. A client connects for any other name of the wildcard, without a certificate, and asks for this host.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: ["*.shop.example"]
    - port: { number: 443, name: https-admin, protocol: HTTPS }
      tls: { mode: MUTUAL, credentialName: admin-tls }
      hosts: [admin.shop.example]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: ["*.shop.example"]
    - port: { number: 8443, name: https-admin, protocol: HTTPS }
      tls: { mode: MUTUAL, credentialName: admin-tls }
      hosts: [admin.shop.example]
`,
};
