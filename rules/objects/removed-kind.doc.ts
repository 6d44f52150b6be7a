import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/removed-kind`. */
export const removedKindDoc: RuleDoc = {
  inventory: ["ops-deprecated"],
  what: "No object is of a group that Istio has given up (`rbac.istio.io`, `authentication.istio.io`, `config.istio.io`), and no definition of the kinds of `rbac.istio.io` is installed.",
  why: "Where its definition is still in the cluster, such an object is accepted and does nothing. An access rule of an old kind protects nothing.",
  fails: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: serviceroles.rbac.istio.io }
spec:
  group: rbac.istio.io
  names: { kind: ServiceRole, plural: serviceroles }
  scope: Namespaced
  versions: [{ name: v1alpha1, served: true, storage: true }]
`,
  passes: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: authorizationpolicies.security.istio.io }
spec:
  group: security.istio.io
  names: { kind: AuthorizationPolicy, plural: authorizationpolicies }
  scope: Namespaced
  versions: [{ name: v1, served: true, storage: true }]
`,
};
