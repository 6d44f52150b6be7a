import type { RuleDoc } from "../rule.ts";

const state = (option: string) => `version: 3
deployment:
  resources:
    - urn: urn:pulumi:prod::shop::kubernetes:security.istio.io/v1:PeerAuthentication::strict${option}
      type: kubernetes:security.istio.io/v1:PeerAuthentication
      inputs:
        metadata: { name: default, namespace: istio-system }
        spec: { mtls: { mode: STRICT } }
`;

/** Text and examples of `pulumi/unprotected-root`. */
export const unprotectedRootDoc: RuleDoc = {
  inventory: ["pulumi-protect-roots"],
  what: "In the state of a stack, the definitions of Istio's and the Gateway API's kinds, the Secret `cacerts`, a PeerAuthentication for the whole mesh and the load balancer of a gateway are protected, or retained on deletion.",
  why: "A renamed component, a wrong condition or `pulumi destroy` in the wrong window deletes them, and what hangs on them goes within seconds.",
  fails: state(""),
  passes: state("\n      protect: true"),
};
