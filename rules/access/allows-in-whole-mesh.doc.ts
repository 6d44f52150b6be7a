import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/allows-in-whole-mesh`. */
export const allowsInWholeMeshDoc: RuleDoc = {
  inventory: ["authz-root-allow"],
  what: "An ALLOW in the root namespace without a selector stands beside a policy there that allows nothing, which says that the mesh is closed on purpose.",
  why: "Where any ALLOW holds for a workload, what no ALLOW matches is refused. One ALLOW for the whole mesh makes every workload refuse everything else, also those that had no policy before.",
  fails: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: metrics, namespace: istio-system }
spec:
  rules:
    - from: [{ source: { namespaces: [monitoring] } }]
`,
  passes: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: closed, namespace: istio-system }
spec: {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: metrics, namespace: istio-system }
spec:
  rules:
    - from: [{ source: { namespaces: [monitoring] } }]
`,
};
