import type { RuleDoc } from "../rule.ts";

const cart = (path: string) => `apiVersion: v1
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
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: cart, image: "cart:1" }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http:
    - match: [{ uri: { prefix: /api/cart/ } }]
      rewrite: { uri: / }
      route: [{ destination: { host: cart } }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: no-admin, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  action: DENY
  rules:
    - to: [{ operation: { paths: ["${path}"] } }]
`;

/** Text and examples of `access/path-before-rewrite`. */
export const pathBeforeRewriteDoc: RuleDoc = {
  inventory: ["authz-path-rewrite"],
  what: "An AuthorizationPolicy for the workloads of a service compares no path below a prefix that a VirtualService rewrites on the way to that service. Policies that are attached to a gateway or a waypoint see the path before the route, and are not judged.",
  why: "The proxy of the workload gets the path that the route has made. A DENY for the old one never matches, so that the path is open; an ALLOW for the old one refuses everything.",
  fails: cart("/api/cart/admin*"),
  passes: cart("/admin*"),
};
