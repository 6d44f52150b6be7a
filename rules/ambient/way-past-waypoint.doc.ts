import type { RuleDoc } from "../rule.ts";

const shop = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint } }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: cart, image: shop/cart }] }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: readers, namespace: shop }
spec:
  targetRefs: [{ kind: Service, group: "", name: cart }]
  rules:
    - to: [{ operation: { methods: [GET] } }]
`;

/** Text and examples of `ambient/way-past-waypoint`. */
export const wayPastWaypointDoc: RuleDoc = {
  inventory: ["ambient-bypass"],
  what: "Where an AuthorizationPolicy has a Service behind a waypoint as its target, the pods of the Service are also selected by an ALLOW policy that ztunnel enforces (one without `targetRefs`), or by a NetworkPolicy.",
  why: "A waypoint stands before the Service, not before the pods. Who calls the address of a pod, or calls from outside the mesh, never meets it.",
  fails: shop,
  passes: `${shop}---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: waypoint-only, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/waypoint] } }]
`,
};
