import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/service-entry`. */
export const serviceEntryDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a ServiceEntry: no hosts, the host `*`, addresses and ranges that do not go with the resolution, ports that are there twice, endpoints that do not go with the resolution, several hosts on a port that cannot tell them apart, namespaces to export to.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: cart, namespace: shop }
spec:
  hosts: [api.example.com]
  addresses: [192.0.2.0/24]
  ports:
    - { number: 443, name: tls, protocol: TLS }
  resolution: DNS
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: cart, namespace: shop }
spec:
  hosts: [api.example.com]
  ports:
    - { number: 443, name: tls, protocol: TLS }
  resolution: DNS
`,
};
