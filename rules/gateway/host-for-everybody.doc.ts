import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/host-for-everybody`. */
export const hostForEverybodyDoc: RuleDoc = {
  inventory: ["gw-wildcard-host", "gw-host-unscoped"],
  what: "No server of a Gateway has the host `*` for every namespace, and no listener of a Gateway of the Gateway API takes routes of all namespaces without a hostname.",
  why: "Whoever may write a route in any namespace can then attach it to the gateway and answer for any host, also for the one of another team.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["shop/shop.example.com"] }]
`,
};
