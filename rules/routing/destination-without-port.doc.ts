import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/destination-without-port`. */
export const destinationWithoutPortDoc: RuleDoc = {
  inventory: ["vs-port"],
  what: "A route or a mirror to a service with several ports names the one that is meant.",
  why: "Which port gets the requests is not said; they can arrive at a port that speaks another protocol.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }, { name: grpc, port: 9090 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [shop.example]
  http:
    - route: [{ destination: { host: cart } }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }, { name: grpc, port: 9090 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [shop.example]
  http:
    - route: [{ destination: { host: cart, port: { number: 8080 } } }]
`,
};
