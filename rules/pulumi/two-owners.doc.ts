import type { RuleDoc } from "../rule.ts";

const rule = (
  name: string,
  object: string,
) => `    - urn: urn:pulumi:prod::shop::kubernetes:networking.istio.io/v1:DestinationRule::${name}
      type: kubernetes:networking.istio.io/v1:DestinationRule
      inputs:
        metadata: { name: ${object}, namespace: shop }
        spec: { host: ${object}.shop.svc.cluster.local, trafficPolicy: { connectionPool: { tcp: { maxConnections: 10 } } } }
`;
const state = (second: string) => `version: 3
deployment:
  resources:
${rule("cart", "cart")}${rule("limits", second)}`;

/** Text and examples of `pulumi/two-owners`. */
export const twoOwnersDoc: RuleDoc = {
  inventory: ["pulumi-duplicate-owner"],
  what: "No two resources of a stack, with the same provider, are for the same object, and no object of a stack has the marks of Argo CD, Flux or a release of Helm.",
  why: "Each owner writes its own version again and again. Who removes it from one place deletes what the other one still needs.",
  fails: state("cart"),
  passes: state("web"),
};
