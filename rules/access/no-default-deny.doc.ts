import type { RuleDoc } from "../rule.ts";

const workload = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    metadata: { labels: { app: ${name}, sidecar.istio.io/inject: "true" } }
    spec: { serviceAccountName: ${name}, containers: [{ name: ${name}, image: "${name}:1" }] }
---
`;

const shop = `${workload("cart")}${workload("web")}apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }]
`;

/** Text and examples of `access/no-default-deny`. */
export const noDefaultDenyDoc: RuleDoc = {
  inventory: ["authz-ns-default-deny"],
  what: "Where the input holds access rules, or describes the mesh, each namespace with workloads of the mesh that no policy is for has an AuthorizationPolicy of action ALLOW without selector, or a DENY for everything; one in the root namespace is for all of them.",
  why: "Where no ALLOW is for a workload, everybody may call it: what is deployed tomorrow is open until somebody thinks of it. With a policy that allows nothing it is the other way round.",
  fails: shop,
  passes: `${shop}---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: allow-nothing, namespace: shop }
spec: {}
`,
};
