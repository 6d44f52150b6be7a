import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/unknown-host`. */
export const unknownHostDoc: RuleDoc = {
  inventory: ["dr-host-unknown"],
  what: "The host of a DestinationRule is a Service or a host of a ServiceEntry that its namespace sees; a wildcard is above at least one. A short name belongs to the namespace of the DestinationRule.",
  why: "The rule changes nothing: its limits, its outlier detection and its TLS settings are silently not there, and its subsets do not exist.",
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
  host: crat
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 100 } } }
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
`,
};
