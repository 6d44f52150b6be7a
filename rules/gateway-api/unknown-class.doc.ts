import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/unknown-class`. */
export const unknownClassDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "The class of every Gateway of the Gateway API is one of Istio's, one of another known implementation, or a GatewayClass of the input.",
  why: "A Gateway of a class that nobody implements stays as it is: no proxy is made, and no status says why.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: isto
  listeners: [{ name: http, port: 80, protocol: HTTP }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP }]
`,
};
