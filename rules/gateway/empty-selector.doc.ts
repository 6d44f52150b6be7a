import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/empty-selector`. */
export const emptySelectorDoc: RuleDoc = {
  inventory: ["gw-empty-selector"],
  what: "Every Gateway has a selector.",
  why: "Without one, every gateway workload of the mesh opens the port: the internal host is also served at the edge, and a port in conflict closes there.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: {}
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
`,
};
