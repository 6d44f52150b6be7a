import type { RuleDoc } from "../rule.ts";

/** Text and examples of `sidecar/egress-host-unknown`. */
export const egressHostUnknownDoc: RuleDoc = {
  inventory: ["sidecar-unknown-host"],
  what: "A host of the cluster in the `egress` of a Sidecar is the one of a Service in the namespace that it is imported from. Wildcards, other names, and namespaces without any Service in the input are not judged.",
  why: "The service that was meant is not imported, and calls to it end where the egress policy says: often in 502.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress: [{ hosts: ["shop/carts.shop.svc.cluster.local"] }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress: [{ hosts: ["shop/cart.shop.svc.cluster.local"] }]
`,
};
