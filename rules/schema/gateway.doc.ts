import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/gateway`. */
export const gatewayDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a Gateway: a name with dots, no servers, servers without hosts, with short names or partial wildcards, ports without name, with an unknown protocol or the same name, TLS where the port is plain text, no TLS where it is not, and certificates that are missing or come from two places.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: cart, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example.com]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: cart, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example.com]
      tls: { mode: SIMPLE, credentialName: shop-cert }
`,
};
