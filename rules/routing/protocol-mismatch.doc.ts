import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/protocol-mismatch`. */
export const protocolMismatchDoc: RuleDoc = {
  inventory: ["vs-protocol-mismatch"],
  what: "A VirtualService with `http` routes is for a host with a port of HTTP, one with `tls` routes for a host with a port of TLS; a port that says no protocol fits both.",
  why: "The proxy reads routes of the protocol that the port declares. Others are passed over in silence: no timeout, no retry, no split.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: tcp-api, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http: [{ timeout: 2s, route: [{ destination: { host: cart } }] }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { ports: [{ name: http-api, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http: [{ timeout: 2s, route: [{ destination: { host: cart } }] }]
`,
};
