import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/subset-without-labels`. */
export const subsetWithoutLabelsDoc: RuleDoc = {
  inventory: ["dr-subset-overlap"],
  what: "Every subset of a DestinationRule has at least one label.",
  why: "A subset without labels selects all instances. A split that counts on it sends traffic to versions that it should spare. For a host outside the mesh it is a usual way to name a policy.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - { name: v1 }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
    - { name: v1, labels: { version: v1 } }
`,
};
