import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/duplicate-rule`. */
export const duplicateRuleDoc: RuleDoc = {
  inventory: ["dr-duplicate"],
  what: "Of the DestinationRules that one namespace has for a host, only one has a `trafficPolicy`, and no two have a subset of the same name. Subsets of different names are merged, and those with a `workloadSelector` are for other clients.",
  why: "The oldest one wins, and the other is ignored without a word: which limits hold depends on the order of creation.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart-outliers, namespace: shop }
spec:
  host: cart
  trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } }
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart-versions, namespace: shop }
spec:
  host: cart
  subsets: [{ name: v1, labels: { version: v1 } }]
`,
};
