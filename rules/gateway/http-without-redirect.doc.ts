import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/http-without-redirect`. */
export const httpWithoutRedirectDoc: RuleDoc = {
  inventory: ["gw-http-no-redirect"],
  what: "A server of a Gateway with the protocol HTTP, for a host that is also served with HTTPS, has `tls.httpsRedirect: true`.",
  why: "Who types the name without https:// stays in plaintext: passwords, cookies and tokens can be read and changed on the way.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [shop.example]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
      tls: { httpsRedirect: true }
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [shop.example]
`,
};
