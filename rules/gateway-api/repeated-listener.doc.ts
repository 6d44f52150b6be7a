import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/repeated-listener`. */
export const repeatedListenerDoc: RuleDoc = {
  inventory: ["gw-conflict"],
  what: "Within one Gateway of the Gateway API, no two listeners have the same name, or the same port, protocol and hostname.",
  why: "The API server refuses the Gateway, or both listeners are marked as conflicted and serve nothing.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners:
    - { name: a, port: 80, protocol: HTTP, hostname: shop.example.com }
    - { name: b, port: 80, protocol: HTTP, hostname: shop.example.com }
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners:
    - { name: a, port: 80, protocol: HTTP, hostname: shop.example.com }
    - { name: b, port: 80, protocol: HTTP, hostname: api.example.com }
`,
};
