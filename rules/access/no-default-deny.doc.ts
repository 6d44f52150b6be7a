import type { RuleDoc } from "../rule.ts";

const workload = (name: string, namespace: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  template:
    metadata: { labels: { app: ${name}, sidecar.istio.io/inject: "true" } }
    spec: { serviceAccountName: ${name}, containers: [{ name: ${name}, image: "${name}:1" }] }
---
`;

const shop = `${workload("cart", "shop")}${workload("ledger", "bank")}apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { principals: [cluster.local/ns/bank/sa/ledger] } }]
`;

/** Text and examples of `access/no-default-deny`. */
export const noDefaultDenyDoc: RuleDoc = {
  inventory: ["authz-ns-default-deny"],
  what: "Where the input holds access rules, or describes the mesh, each namespace with workloads of the mesh has an AuthorizationPolicy, or one of the root namespace is for all of them. Where a namespace has policies for some of its workloads, `access/workload-uncovered` speaks of the others.",
  why: "Where no ALLOW is for a workload, everybody may call it: what is deployed tomorrow is open until somebody thinks of it. With a policy that allows nothing it is the other way round.",
  fails: shop,
  passes: `${shop}---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: allow-nothing, namespace: bank }
spec: {}
`,
};
