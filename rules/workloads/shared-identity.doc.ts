import type { RuleDoc } from "../rule.ts";

const policy = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules: [{ from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }] }]
`;

const deployment = (name: string, account: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { serviceAccountName: ${account}, containers: [{ name: app, image: example/${name} }] }
`;

/** Text and examples of `workloads/shared-identity`. */
export const sharedIdentityDoc: RuleDoc = {
  inventory: ["workload-shared-sa"],
  what: "A service account that an AuthorizationPolicy allows as a principal is used by the workloads of one application only (label `app`).",
  why: "The service account is the identity in the mesh. Whoever takes over the least important of the applications that share it may do what the rule allows to the other.",
  fails: policy + deployment("web", "web") + deployment("mailer", "web"),
  passes: policy + deployment("web", "web") + deployment("mailer", "mailer"),
};
