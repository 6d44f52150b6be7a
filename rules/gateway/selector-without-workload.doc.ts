import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/selector-without-workload`. */
export const gatewaySelectorWithoutWorkloadDoc: RuleDoc = {
  inventory: ["gw-selector-dead"],
  what: "The selector of a Gateway matches a workload, in any namespace. Gateways that come with an installation of Istio (`istio: ingressgateway`, `egressgateway`, `eastwestgateway`, …) count as there.",
  why: "No proxy opens the port: clients get no connection at all.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: front }
spec:
  selector: { matchLabels: { istio: edge } }
  template:
    metadata: { labels: { istio: edge } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: egde }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: front }
spec:
  selector: { matchLabels: { istio: edge } }
  template:
    metadata: { labels: { istio: edge } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: edge }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example]
`,
};
