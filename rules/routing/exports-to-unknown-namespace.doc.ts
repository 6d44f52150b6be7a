import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/exports-to-unknown-namespace`. */
export const exportsToUnknownNamespaceDoc: RuleDoc = {
  inventory: ["vs-export-invisible"],
  what: "Namespaces that `exportTo` of a VirtualService, DestinationRule or ServiceEntry names are described, or something is in them. It is checked where namespaces are described at all.",
  why: "Nobody sees the object where it was meant to be used: routes and limits are silently not there.",
  fails: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Namespace
metadata: { name: web }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example.com]
  exportTo: [wbe]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: tls, protocol: TLS }]
`,
  passes: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Namespace
metadata: { name: web }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts: [api.example.com]
  exportTo: [web]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{ number: 443, name: tls, protocol: TLS }]
`,
};
