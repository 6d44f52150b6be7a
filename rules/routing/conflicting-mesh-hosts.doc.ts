import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/conflicting-mesh-hosts`. */
export const conflictingMeshHostsDoc: RuleDoc = {
  inventory: ["vs-host-conflict-mesh"],
  what: "No two VirtualServices define one host for the sidecars of one namespace. Those that are attached only to gateways do not count: gateways merge them. `exportTo` decides which namespaces see both.",
  why: "The sidecars use one of them and drop the other. Which one depends on the order of creation: timeouts, splits and retries of the other are silently gone.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart, cart.shop.svc.cluster.local]
  http:
    - timeout: 2s
      route: [{ destination: { host: cart } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart-timeouts, namespace: shop }
spec:
  hosts: [cart]
  exportTo: [other]
  gateways: [shop/edge]
  http:
    - timeout: 2s
      route: [{ destination: { host: cart } }]
`,
};
