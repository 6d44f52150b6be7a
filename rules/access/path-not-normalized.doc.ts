import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/path-not-normalized`. */
export const pathNotNormalizedDoc: RuleDoc = {
  inventory: ["authz-path-normalization"],
  what: "Where an AuthorizationPolicy compares paths, MeshConfig does not set `pathNormalization` to NONE, nor to BASE where a path keeps requests out. It is only looked at where the input has MeshConfig and says so.",
  why: "The proxy compares what the client wrote, and the server reads it in its own way. `//admin` and `/x/../admin` reach the same page and walk past the rule.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    pathNormalization: { normalization: NONE }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - to: [{ operation: { paths: [/admin], ports: ["8080"] } }]
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    pathNormalization: { normalization: DECODE_AND_MERGE_SLASHES }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: DENY
  rules:
    - to: [{ operation: { paths: [/admin], ports: ["8080"] } }]
`,
};
