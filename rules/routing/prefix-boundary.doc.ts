import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/prefix-boundary`. */
export const prefixBoundaryDoc: RuleDoc = {
  inventory: ["vs-prefix-boundary"],
  what: "Where a rule rewrites a prefix of the path, both the prefix and its replacement end with a slash, or neither does.",
  why: "The rest of the path is put behind the replacement as it is. `/api` rewritten to `/` turns `/api/cart` into `//cart`, which many servers answer with 404, and which access rules on paths may not match.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [api]
  http:
    - match: [{ uri: { prefix: /api } }]
      rewrite: { uri: / }
      route: [{ destination: { host: api } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [api]
  http:
    - match: [{ uri: { prefix: /api/ } }]
      rewrite: { uri: / }
      route: [{ destination: { host: api } }]
`,
};
