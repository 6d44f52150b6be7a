import type { ChangeRuleDoc } from "../rule.ts";

const shop = (mode: string, entry = ""): string => `name: shop
trust: { domain: shop.example }
services:
  cart: { port: 8080, calls: { payments: {} } }
  payments: { port: 443, external: api.payments.example }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "outboundTrafficPolicy: { mode: ${mode} }" }
${entry}`;
const entry = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: payments, namespace: shop }
spec:
  hosts: [api.payments.example]
  ports: [{ number: 443, name: tls, protocol: TLS }]
  resolution: DNS
`;

/** Text and examples of `change/egress-closed`. */
export const egressClosedDoc: ChangeRuleDoc = {
  inventory: ["egress-flip"],
  what: "When the mesh goes from ALLOW_ANY to REGISTRY_ONLY, every declared call to a host outside has a ServiceEntry; without declared calls that cannot be decided. When a Sidecar imports fewer hosts, it still imports those of declared calls.",
  why: "Calls to hosts that the mesh does not know go nowhere from one moment to the next: 502 for HTTP, a closed connection for all else. Who makes them is written in no manifest.",
  fails: { before: shop("ALLOW_ANY"), after: shop("REGISTRY_ONLY") },
  passes: { before: shop("ALLOW_ANY"), after: shop("REGISTRY_ONLY", entry) },
};
