import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/port-not-on-service`. */
export const portNotOnServiceDoc: RuleDoc = {
  inventory: ["gw-port-unexposed"],
  what: "Every port of a Gateway is a port, or the target of one, of a Service that leads to the selected workload. For the ingress gateway that comes with Istio its usual ports count.",
  why: "The proxy listens, and no Service leads to it: clients time out.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: front }
spec:
  selector: { matchLabels: { istio: edge } }
  template:
    metadata: { labels: { istio: edge } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
---
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: front }
spec:
  selector: { istio: edge }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: edge }
  servers:
    - port: { number: 9080, name: http, protocol: HTTP }
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
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: front }
spec:
  selector: { istio: edge }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: edge }
  servers:
    - port: { number: 8080, name: http, protocol: HTTP }
      hosts: [shop.example]
`,
};
