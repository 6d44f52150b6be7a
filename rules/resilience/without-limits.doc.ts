import type { RuleDoc } from "../rule.ts";

const cart = (pool: string) => `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    ${pool}outlierDetection: { consecutive5xxErrors: 5, maxEjectionPercent: 50 }
`;

/** Text and examples of `resilience/without-limits`. */
export const sharedWithoutLimitsDoc: RuleDoc = {
  inventory: ["cb-missing"],
  what: "A service with a DestinationRule that at least two workloads call, by declaration or by a URL in their settings, one that at least four call, and one whose clients leave out instances that fail, has a DestinationRule that bounds connections or requests: `maxConnections`, `http1MaxPendingRequests` or `http2MaxRequests`.",
  why: "Istio sets no limits of its own. A service that has become slow gets all requests of all clients at once, and the clients wait with it, until every one of them has run out of threads.",
  fails: cart(""),
  passes: cart(
    "connectionPool: { http: { http2MaxRequests: 200, http1MaxPendingRequests: 50 } }\n    ",
  ),
};
