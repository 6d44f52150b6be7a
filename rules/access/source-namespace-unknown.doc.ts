import type { RuleDoc } from "../rule.ts";

const policy = (namespace: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Namespace
metadata: { name: front, labels: { istio-injection: enabled } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - from: [{ source: { namespaces: [${namespace}] } }]
`;

/** Text and examples of `access/source-namespace-unknown`. */
export const sourceNamespaceUnknownDoc: RuleDoc = {
  inventory: ["authz-ns-missing"],
  what: "Every entry of `namespaces` and `notNamespaces` in the sources of an AuthorizationPolicy matches a namespace that exists: a whole name, or a prefix or suffix with `*`. Without any Namespace in the input it cannot be decided.",
  why: "A source that does not exist matches nobody. An ALLOW refuses the callers that it was written for, and a DENY lets them all through; nothing rejects the object.",
  fails: policy("fornt"),
  passes: policy("front"),
};
