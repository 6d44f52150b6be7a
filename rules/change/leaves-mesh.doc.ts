import type { ChangeRuleDoc } from "../rule.ts";

const shop = (labels: string): string => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${labels} } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: { app: cart } } } }
`;

/** Text and examples of `change/leaves-mesh`. */
export const leavesMeshDoc: ChangeRuleDoc = {
  inventory: ["mtls-downgrade"],
  what: "A workload that had a sidecar has one in the next state too. Its namespace's labels, its own and its annotations decide, as the injector reads them.",
  why: "Without a proxy it has no identity: strict services refuse it, access rules that name it no longer match, and what it receives is checked by nobody. It happens when its next pod starts, long after the change.",
  fails: { before: shop("istio-injection: enabled"), after: shop("team: cart") },
  passes: { before: shop("istio-injection: enabled"), after: shop("istio.io/rev: 1-31") },
};
