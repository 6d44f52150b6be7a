import type { RuleDoc } from "../rule.ts";

const policy = (app: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: registry.example/cart:1 }] }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: ${app} } }
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }]
`;

/** Text and examples of `access/selector-without-workload`. */
export const selectorWithoutWorkloadDoc: RuleDoc = {
  inventory: ["authz-selector-dead"],
  what: "The selector of an AuthorizationPolicy, or without one its namespace, holds at least one workload with a proxy. Templates of workloads count as workloads. In the root namespace the whole mesh is looked at. Where the input describes no workload at all, it cannot be decided.",
  why: "The policy is accepted and protects nothing: the workload that it was meant for answers everybody.",
  fails: policy("carts"),
  passes: policy("cart"),
};
