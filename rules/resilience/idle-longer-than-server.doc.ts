import type { RuleDoc } from "../rule.ts";

const cart = (idle: string) => `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, targetPort: 8000 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec:
      containers:
        - { name: cart, image: "cart:1", args: [uvicorn, cart:app, --timeout-keep-alive, "5"] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    connectionPool: { http: { idleTimeout: ${idle} } }
`;

/** Text and examples of `resilience/idle-longer-than-server`. */
export const idleLongerThanServerDoc: RuleDoc = {
  inventory: ["idle-timeout-race"],
  what: "Where a server says how long it keeps idle connections (`--timeout-keep-alive 5`, `KEEP_ALIVE_TIMEOUT`), the `idleTimeout` of its DestinationRule is shorter; the default is one hour. It holds for the proxies of its clients and for the one beside it.",
  why: "The server closes a connection, and before the proxy has noticed, it sends the next request on it: now and then one is answered with 503, under the lowest load, and nobody finds out why.",
  fails: cart("300s"),
  passes: cart("4s"),
};
