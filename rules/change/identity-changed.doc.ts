import type { ChangeRuleDoc } from "../rule.ts";

const web = (account: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { serviceAccountName: ${account} }
---
`;
const allow = (...accounts: readonly string[]): string => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from:
        - source:
            principals: [${accounts.map((each) => `cluster.local/ns/shop/sa/${each}`).join(", ")}]
`;

/** Text and examples of `change/identity-changed`. */
export const identityChangedDoc: ChangeRuleDoc = {
  inventory: ["authz-first-allow"],
  what: "When a workload runs as another service account, every ALLOW that named the old identity names both in the next state.",
  why: "The service account is the identity in the mesh. While its pods are replaced, some have the old one and some the new one; a rule with one of them refuses the others, with 403.",
  fails: { before: web("web") + allow("web"), after: web("frontend") + allow("frontend") },
  passes: {
    before: web("web") + allow("web"),
    after: web("frontend") + allow("web", "frontend"),
  },
};
