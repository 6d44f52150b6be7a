import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/unknown-destination-port`. */
export const unknownDestinationPortDoc: RuleDoc = {
  inventory: ["vs-port"],
  what: "The port that a route or a mirror names is a port of the Service (its `port`, not its `targetPort`) or of the ServiceEntry.",
  why: "The proxy has no cluster for host and port, and answers 503 (`NC`) to everything that the rule matches.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart, port: { number: 80 } } }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart, port: { number: 8080 } } }]
`,
};
