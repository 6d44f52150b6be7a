import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/one-request-per-connection`. */
export const oneRequestPerConnectionDoc: RuleDoc = {
  inventory: ["cb-one-request-per-connection"],
  what: "No DestinationRule sets `maxRequestsPerConnection: 1`, which comes from the example for trying out circuit breaking and switches keep-alive off.",
  why: "Every request pays for a TCP and a TLS handshake: latency and CPU multiply, and under load the client runs out of ports.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    connectionPool: { http: { maxRequestsPerConnection: 1 } }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    connectionPool: { http: { maxRequestsPerConnection: 100 } }
`,
};
