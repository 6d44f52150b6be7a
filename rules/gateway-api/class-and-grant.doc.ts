import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/class-and-grant`. */
export const classAndGrantDoc: RuleDoc = {
  what: "The `controllerName` of a GatewayClass is a domain with a path behind it, and a ReferenceGrant says from which kinds and namespaces, and to which kinds.",
  why: "The API server refuses the object, and with it the deploy.",
  fails: `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: web, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute }]
  to: [{ group: "", kind: Service }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: web, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge }]
  to: [{ group: "", kind: Service }]
`,
};
