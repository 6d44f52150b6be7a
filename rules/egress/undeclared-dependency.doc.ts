import type { RuleDoc } from "../rule.ts";

const shop = (host: string) => `name: shop
trust: { domain: shop.example }
services:
  cart: { port: 8080, calls: { payments: {} } }
  payments: { port: 443, external: api.payments.example }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "outboundTrafficPolicy: { mode: REGISTRY_ONLY }" }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: outside, namespace: shop }
spec:
  hosts: [${host}]
  ports: [{ number: 443, name: tls, protocol: TLS }]
  resolution: DNS
`;

/** Text and examples of `egress/undeclared-dependency`. */
export const undeclaredDependencyDoc: RuleDoc = {
  inventory: ["egress-undeclared-dependency"],
  what: "Where MeshConfig says REGISTRY_ONLY, each host outside that a declared call goes to has a ServiceEntry that the caller's namespace sees.",
  why: "The proxy sends what it does not know nowhere: 502 for HTTP, a closed connection for all else, from the first request on.",
  fails: shop("api.billing.example"),
  passes: shop("api.payments.example"),
};
