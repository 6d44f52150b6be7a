import type { RuleDoc } from "../rule.ts";

/** Text and examples of `service-entries/repeated-host`. */
export const repeatedHostDoc: RuleDoc = {
  inventory: ["se-duplicate"],
  what: "A port of an external host is defined by one ServiceEntry among those that a namespace sees.",
  why: "Istio merges what it finds in an order that is not defined: resolution, endpoints and addresses of one of them are lost, and which one can change with the next restart.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api-a, namespace: shop }
spec:
  hosts: [api.example.com]
  ports: [{ number: 443, name: tls, protocol: TLS }]
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api-b, namespace: shop }
spec:
  hosts: [api.example.com]
  ports: [{ number: 443, name: tls, protocol: TLS }]
  resolution: NONE
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example.com]
  ports: [{ number: 443, name: tls, protocol: TLS }]
  resolution: DNS
`,
};
