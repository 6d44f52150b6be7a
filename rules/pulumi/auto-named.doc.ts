import type { RuleDoc } from "../rule.ts";

const state = (metadata: string) => `version: 3
deployment:
  resources:
    - urn: urn:pulumi:prod::shop::kubernetes:core/v1:Namespace::istio-system
      type: kubernetes:core/v1:Namespace
      inputs:
        metadata: ${metadata}
`;

/** Text and examples of `pulumi/auto-named`. */
export const autoNamedDoc: RuleDoc = {
  inventory: ["pulumi-autoname-special"],
  what: "An object that Istio finds by its name (the namespace `istio-system`, the Secret `cacerts`, the ConfigMaps `istio` and `istio-sidecar-injector`, the Service `istiod`, its GatewayClasses) has a name that the program says.",
  why: "Without `metadata.name` Pulumi adds a few letters to the logical name. The object is there, and nobody ever looks at it: Istio goes on with its defaults.",
  fails: state('{ name: istio-system-1a2b3c4d, annotations: { pulumi.com/autonamed: "true" } }'),
  passes: state("{ name: istio-system }"),
};
