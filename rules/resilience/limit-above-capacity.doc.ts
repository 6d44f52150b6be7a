import type { RuleDoc } from "../rule.ts";

const database = (limit: number) => `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  replicas: 2
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers:
        - { name: cart, image: "cart:1", args: [--max-connections=100] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 10
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - { name: web, image: "web:1", env: [{ name: CART, value: "http://cart" }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    connectionPool: { tcp: { maxConnections: ${String(limit)} } }
`;

/** Text and examples of `resilience/limit-above-capacity`. */
export const limitAboveCapacityDoc: RuleDoc = {
  inventory: ["cb-aggregate"],
  what: "Where the instances of a server say how many connections or requests they take (`MAX_CONNECTIONS`, `--max-connections`), the limit of its DestinationRule times the instances of the workloads that are known to call it is not more. Where nobody says a capacity, nothing is said.",
  why: "A limit of a DestinationRule holds for each proxy of a client, not for all of them. What looks like a hundred connections is a thousand with ten clients: the server falls before anything is refused.",
  fails: database(100),
  passes: database(20),
};
