import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/subset-policy-inactive`. */
export const subsetPolicyInactiveDoc: RuleDoc = {
  inventory: ["dr-subset-policy-inactive"],
  what: "Where VirtualServices send to a host, one of them sends to every subset of it that has a traffic policy of its own.",
  why: "Policies of subsets take effect only where a route names the subset. TLS settings, limits and outlier detection that somebody counts on are absent in silence.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - name: v2
      labels: { version: v2 }
      trafficPolicy: { connectionPool: { tcp: { maxConnections: 10 } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http: [{ route: [{ destination: { host: cart } }] }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - name: v2
      labels: { version: v2 }
      trafficPolicy: { connectionPool: { tcp: { maxConnections: 10 } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http: [{ route: [{ destination: { host: cart, subset: v2 } }] }]
`,
};
