import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/listener-of-several-gateways`. */
export const listenerOfSeveralGatewaysDoc: RuleDoc = {
  inventory: ["gw-conflict"],
  what: "No two Gateways of the Gateway API have listeners with the same hostname, port and protocol.",
  why: "Each Gateway has an address of its own. Which one a client reaches depends on DNS, and a route that is attached to one of them is missing on the other.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: one, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP, hostname: shop.example.com }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: two, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP, hostname: shop.example.com }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: one, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP, hostname: shop.example.com }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: two, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP, hostname: api.example.com }]
`,
};
