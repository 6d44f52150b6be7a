import type { RuleDoc } from "../rule.ts";

const state = (option: string) => `version: 3
deployment:
  resources:
    - urn: urn:pulumi:prod::shop::kubernetes:security.istio.io/v1:AuthorizationPolicy::cart${option}
      type: kubernetes:security.istio.io/v1:AuthorizationPolicy
      inputs:
        metadata: { name: cart, namespace: shop }
        spec: { action: DENY, rules: [{ from: [{ source: { namespaces: [test] } }] }] }
`;

/** Text and examples of `pulumi/delete-before-replace`. */
export const deleteBeforeReplaceDoc: RuleDoc = {
  inventory: ["pulumi-replace-delete-first"],
  what: "No Service, route, gateway or policy of a stack has the option `deleteBeforeReplace: true`. The policy packs see the option at every preview; a state seldom holds it.",
  why: "Between the deletion and the new object every proxy follows a configuration without it: requests fail, or everybody is let in.",
  fails: state("\n      deleteBeforeReplace: true"),
  passes: state(""),
};
