import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/source-address-lost`. */
export const sourceAddressLostDoc: RuleDoc = {
  inventory: ["authz-source-ip-lost"],
  what: "A policy with `ipBlocks` or `notIpBlocks` for the proxies of a LoadBalancer or NodePort Service needs `externalTrafficPolicy: Local` there. A Service whose annotations make the balancer pass the address on is left alone.",
  why: "With the policy Cluster, the node that takes the connection puts its own address in the place of the client's. The rule then compares addresses of nodes: it refuses everybody, or lets everybody in.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: edge, namespace: edge }
spec:
  selector: { matchLabels: { app: edge } }
  rules:
    - from: [{ source: { ipBlocks: [203.0.113.0/24] } }]
---
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: edge }
spec:
  type: LoadBalancer
  selector: { app: edge }
  ports: [{ name: https, port: 443 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: edge }
spec:
  template:
    metadata: { labels: { app: edge } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: edge, namespace: edge }
spec:
  selector: { matchLabels: { app: edge } }
  rules:
    - from: [{ source: { ipBlocks: [203.0.113.0/24] } }]
---
apiVersion: v1
kind: Service
metadata: { name: edge, namespace: edge }
spec:
  type: LoadBalancer
  externalTrafficPolicy: Local
  selector: { app: edge }
  ports: [{ name: https, port: 443 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: edge, namespace: edge }
spec:
  template:
    metadata: { labels: { app: edge } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
`,
};
