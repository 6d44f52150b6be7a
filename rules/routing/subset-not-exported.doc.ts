import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/subset-not-exported`. */
export const subsetNotExportedDoc: RuleDoc = {
  inventory: ["vs-subset-missing"],
  what: "A subset that a VirtualService for the sidecars sends to is defined by a DestinationRule that is exported to where the VirtualService is used: to its own namespace, or where it is exported to others alone, to each of them. Routes of gateways are left out.",
  why: "A proxy only has the DestinationRules that it sees. Without the subset the route leads nowhere, and the requests get 503; `istioctl analyze` does not look at exportTo here.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: tests }
spec:
  host: cart.shop.svc.cluster.local
  exportTo: ["."]
  subsets: [{ name: v1, labels: { version: v1 } }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart, subset: v1 } }]
`,
  passes: `apiVersion: v1
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
  host: cart.shop.svc.cluster.local
  exportTo: ["."]
  subsets: [{ name: v1, labels: { version: v1 } }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart, subset: v1 } }]
`,
};
