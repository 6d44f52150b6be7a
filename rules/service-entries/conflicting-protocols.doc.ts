import type { RuleDoc } from "../rule.ts";

/** Text and examples of `service-entries/conflicting-protocols`. */
export const conflictingProtocolsDoc: RuleDoc = {
  inventory: ["se-duplicate"],
  what: "ServiceEntries that a namespace sees together give a port of one host the same protocol. `exportTo` decides who sees them.",
  why: "The proxy takes one of them, and which one is not defined: the other's traffic is parsed as a protocol that it does not speak.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
    - { number: 443, name: tls, protocol: TLS }
    - { number: 443, name: http, protocol: HTTP }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: api, protocol: TLS }]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api-too, namespace: shop }
spec:
  hosts: [api.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: api, protocol: TLS }]
`,
};
