import type { RuleDoc } from "../rule.ts";

const shop = (namespace: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint } }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: ${namespace} }
spec:
  hosts: [cart.shop.svc.cluster.local]
  http:
    - timeout: 2s
      route: [{ destination: { host: cart.shop.svc.cluster.local } }]
`;

/** Text and examples of `ambient/object-of-other-namespace`. */
export const objectOfOtherNamespaceDoc: RuleDoc = {
  inventory: ["ambient-wrong-ns"],
  what: "A VirtualService or a DestinationRule for a service in ambient mode that uses a waypoint is in the namespace of the service, or in that of the waypoint; a DestinationRule may also be in the root namespace. Objects of namespaces with sidecars, and those that gateways follow, are left alone.",
  why: "A sidecar follows what its own namespace says of a service. A waypoint belongs to the service, and does not look into the namespaces of callers: the object has no effect any more after the move to ambient.",
  fails: shop("web"),
  passes: shop("shop"),
};
