import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/removed-api-version`. */
export const removedApiVersionDoc: RuleDoc = {
  inventory: ["ops-deprecated"],
  what: "The API version of an object of Kubernetes is one that versions 1.26 and later serve.",
  why: "The API server refuses the object. In a rendered chart it is mostly the disruption budget or the autoscaler of a gateway that goes missing this way.",
  fails: `apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata: { name: gateway, namespace: edge }
spec: { minAvailable: 1, selector: { matchLabels: { istio: ingress } } }
`,
  passes: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: gateway, namespace: edge }
spec: { minAvailable: 1, selector: { matchLabels: { istio: ingress } } }
`,
};
