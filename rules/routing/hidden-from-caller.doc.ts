import type { RuleDoc } from "../rule.ts";

const cart = (exportTo: string) => `apiVersion: v1
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
  exportTo: [${exportTo}]
  trafficPolicy:
    connectionPool: { http: { http2MaxRequests: 100 } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: front }
spec:
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - { name: web, image: "web:1", env: [{ name: CART, value: "http://cart.shop" }] }
`;

/** Text and examples of `routing/hidden-from-caller`. */
export const hiddenFromCallerDoc: RuleDoc = {
  inventory: ["vs-export-invisible"],
  what: "The Service or ServiceEntry of a host, and one VirtualService for the mesh and one DestinationRule of those for it, are exported to each namespace that calls it: by declaration, or by a URL in the environment or the arguments of a workload.",
  why: "A caller whose proxy does not see a service gets 404 or 502, or goes round the mesh. One that does not see the policy calls without its timeouts, limits and TLS, and nothing says so.",
  fails: cart('"."'),
  passes: cart('".", front'),
};
