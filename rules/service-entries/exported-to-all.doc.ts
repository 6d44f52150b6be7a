import type { RuleDoc } from "../rule.ts";

const shop = (more: string) => `name: shop
trust: { domain: shop.example }
services:
  cart: { port: 8080, calls: { payments: {} } }
  payments: { port: 443, external: api.payments.example }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: outside, namespace: shop }
spec:
  hosts: [api.payments.example]
  ports: [{ number: 443, name: tls, protocol: TLS }]
  resolution: DNS
${more}`;

/** Text and examples of `service-entries/exported-to-all`. */
export const exportedToAllDoc: RuleDoc = {
  inventory: ["egress-export-too-wide"],
  what: "A ServiceEntry for a host that declared calls go to from its own namespace alone is exported to that namespace alone. Without declared calls nothing is said.",
  why: "Every other workload can call the host too, and every proxy of the mesh carries its configuration.",
  fails: shop(""),
  passes: shop('  exportTo: ["."]\n'),
};
