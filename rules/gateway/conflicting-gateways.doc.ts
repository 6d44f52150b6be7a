import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/conflicting-gateways`. */
export const conflictingGatewaysDoc: RuleDoc = {
  inventory: ["gw-conflict"],
  what: "Two Gateways for the same workload do not have the same host on the same port and address.",
  why: "Which of the two answers is not defined, and may change with every restart: other routes, another certificate, other rules for clients.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: one, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: two, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: one, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: two, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [api.shop.example]
`,
};
