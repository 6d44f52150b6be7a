import type { ChangeRuleDoc } from "../rule.ts";

const definition = (plural: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: ${plural}.networking.istio.io }
spec:
  group: networking.istio.io
  names: { plural: ${plural}, kind: Example }
  scope: Namespaced
  versions: [{ name: v1, served: true, storage: true }]
---
`;
const both = definition("virtualservices") + definition("destinationrules");

/** Text and examples of `change/definition-removed`. */
export const definitionRemovedDoc: ChangeRuleDoc = {
  inventory: ["crd-deleted"],
  what: "The definitions of kinds of Istio and of the Gateway API (CustomResourceDefinition) that are in the state before are in the next one, and serve the same versions.",
  why: "With a definition go all objects of its kind, in every namespace: all routes, or all access rules, within seconds. No backup of the definition brings them back.",
  fails: { before: both, after: definition("virtualservices") },
  passes: { before: definition("virtualservices"), after: both },
};
