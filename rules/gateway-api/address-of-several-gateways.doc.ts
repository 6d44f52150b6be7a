import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/address-of-several-gateways`. */
export const addressOfSeveralGatewaysDoc: RuleDoc = {
  inventory: ["gw-conflict"],
  what: "No two Gateways of the Gateway API ask for the same address.",
  why: "The address can be given to one load balancer only: the other Gateway stays without one, and is never programmed.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: one, namespace: shop }
spec:
  gatewayClassName: istio
  addresses: [{ type: IPAddress, value: 203.0.113.7 }]
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: two, namespace: shop }
spec:
  gatewayClassName: istio
  addresses: [{ value: 203.0.113.7 }]
  listeners: [{ name: http, port: 8080, protocol: HTTP }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: one, namespace: shop }
spec:
  gatewayClassName: istio
  addresses: [{ type: IPAddress, value: 203.0.113.7 }]
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: two, namespace: shop }
spec:
  gatewayClassName: istio
  addresses: [{ value: 203.0.113.8 }]
  listeners: [{ name: http, port: 8080, protocol: HTTP }]
`,
};
