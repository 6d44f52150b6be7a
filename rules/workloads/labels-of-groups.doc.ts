import type { RuleDoc } from "../rule.ts";

const group = (name: string, app: string) => `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: { name: ${name}, namespace: shop }
spec:
  metadata: { labels: { app: ${app} } }
  template: { serviceAccount: machines }
`;

/** Text and examples of `workloads/labels-of-groups`. */
export const labelsOfGroupsDoc: RuleDoc = {
  inventory: ["workloadgroup-hygiene"],
  what: "No two WorkloadGroups of a namespace give their machines the same labels.",
  why: "A machine can register in either, services select both, and a machine that registers twice gets twice the traffic.",
  fails: `${group("cart", "cart")}---\n${group("cart-new", "cart")}`,
  passes: `${group("cart", "cart")}---\n${group("stock", "stock")}`,
};
