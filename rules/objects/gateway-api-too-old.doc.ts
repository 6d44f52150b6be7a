import type { RuleDoc } from "../rule.ts";

const definition = (release: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: tlsroutes.gateway.networking.k8s.io
  annotations: { gateway.networking.k8s.io/bundle-version: ${release} }
spec:
  group: gateway.networking.k8s.io
  names: { kind: TLSRoute, plural: tlsroutes }
  scope: Namespaced
  versions: [{ name: v1alpha3, served: true, storage: true }]
`;

/** Text and examples of `objects/gateway-api-too-old`. */
export const gatewayApiTooOldDoc: RuleDoc = {
  inventory: ["ops-version"],
  what: "The release of the Gateway API that the definitions of GRPCRoute, BackendTLSPolicy, TLSRoute and TCPRoute say in their annotation is one that Istio 1.31 accepts (1.1, 1.4, 1.5 and 1.6).",
  why: "Istio does not look at objects whose definition is older. The routes are accepted by the API server, and no gateway ever serves them.",
  fails: definition("v1.4.0"),
  passes: definition("v1.5.0"),
};
