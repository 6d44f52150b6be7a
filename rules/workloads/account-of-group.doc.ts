import type { RuleDoc } from "../rule.ts";

const group = (account: string) => `apiVersion: v1
kind: ServiceAccount
metadata: { name: machines, namespace: shop }
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: { name: cart, namespace: shop }
spec:
  metadata: { labels: { app: cart } }
  template: { serviceAccount: ${account} }
`;

/** Text and examples of `workloads/account-of-group`. */
export const accountOfGroupDoc: RuleDoc = {
  inventory: ["workloadgroup-hygiene"],
  what: "The service account in the template of a WorkloadGroup is in the input, where the input has service accounts of that namespace.",
  why: "A machine of the group gets no token for an account that does not exist, and is never part of the mesh.",
  fails: group("machine"),
  passes: group("machines"),
};
