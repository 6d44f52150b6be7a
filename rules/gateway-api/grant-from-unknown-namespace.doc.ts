import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/grant-from-unknown-namespace`. */
export const grantFromUnknownNamespaceDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "The namespaces that a ReferenceGrant names in `from` exist, as far as namespaces are described.",
  why: "The reference that the grant was written for stays forbidden. Who creates a namespace of that name later gets the right.",
  fails: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: from-edge, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: egde }]
  to: [{ group: "", kind: Service }]
`,
  passes: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Namespace
metadata: { name: edge }
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: from-edge, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge }]
  to: [{ group: "", kind: Service }]
`,
};
