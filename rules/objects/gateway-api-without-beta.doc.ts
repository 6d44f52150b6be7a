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

/** Text and examples of `objects/gateway-api-without-beta`. */
export const gatewayApiWithoutBetaDoc: RuleDoc = {
  inventory: ["ops-version"],
  what: "Where the input holds the definitions of the Gateway API, those of its main kinds serve `v1beta1`.",
  why: "Istio reads these kinds in `v1beta1` at least. Without it, gateways and routes are accepted by the API server and never served.",
  fails: definition("v1alpha2"),
  passes: definition("v1beta1"),
};
