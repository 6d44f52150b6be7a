import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/gateway`. */
export const kubernetesGatewayDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "The fields of a Gateway of the Gateway API have values that its definition allows: names, ports, protocols, hostnames, and TLS where the protocol has it.",
  why: "The API server refuses the object at the deploy, after other objects have already changed.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners:
    - { name: http, port: 80, protocol: HTTP, tls: { mode: Terminate } }
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners:
    - { name: http, port: 80, protocol: HTTP }
`,
};
