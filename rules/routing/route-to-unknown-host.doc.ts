import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/route-to-unknown-host`. */
export const routeToUnknownHostDoc: RuleDoc = {
  inventory: ["vs-host-unknown"],
  what: "Every host that a route sends to, or mirrors to, is a service that is described here, or a declared external one, and is exported to where the route is used. A short name belongs to the namespace of its object; a name with a dot is taken as it stands. A host in a namespace of which nothing is described here cannot be decided, and is reported as such; so is a short name where no service is described at all.",
  why: "The proxy has no cluster for the host and answers 503 (`NR`) to all that the rule matches. A typing error is enough.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-v1, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, version: v1, sidecar.istio.io/inject: "true" } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: crat } }
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-v1, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, version: v1, sidecar.istio.io/inject: "true" } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: cart } }
`,
};
