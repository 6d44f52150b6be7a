import type { RuleDoc } from "../rule.ts";

const definition = (version: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: httproutes.gateway.networking.k8s.io }
spec:
  group: gateway.networking.k8s.io
  names: { kind: HTTPRoute, plural: httproutes }
  scope: Namespaced
  versions: [{ name: ${version}, served: true, storage: true }]
`;

/** Text and examples of `objects/gateway-api-without-stable`. */
export const gatewayApiWithoutStableDoc: RuleDoc = {
  inventory: ["ops-version"],
  what: "Where the input holds the definitions of the Gateway API, those of its main kinds serve `v1`.",
  why: "The next versions of Istio read these kinds in `v1` only. An upgrade would then stop every gateway of the Gateway API.",
  fails: definition("v1beta1"),
  passes: definition("v1"),
};
