import type { RuleDoc } from "../rule.ts";

const shop = (label: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient${label} } }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - timeout: 2s
      route: [{ destination: { host: cart } }]
`;

/** Text and examples of `ambient/route-without-waypoint`. */
export const routeWithoutWaypointDoc: RuleDoc = {
  inventory: ["ambient-l7-no-waypoint"],
  what: "A VirtualService for callers in the mesh, or a route of the Gateway API whose parent is a Service, is for a service that uses a waypoint, where the service is in ambient mode; a VirtualService of a namespace in ambient mode also where it is for other hosts. Callers with a sidecar follow the routes, those in ambient mode do not.",
  why: "ztunnel carries connections and reads no requests. Splits, timeouts, retries and matches are passed over without a word: a canary gets its share of all connections.",
  fails: shop(""),
  passes: shop(", istio.io/use-waypoint: waypoint"),
};
