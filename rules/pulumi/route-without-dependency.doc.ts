import type { RuleDoc } from "../rule.ts";

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::kubernetes:${type}::${name}`;
const namespace = urn("core/v1:Namespace", "shop");
const rule = urn("networking.istio.io/v1:DestinationRule", "cart");

const state = (...dependencies: readonly string[]) => `version: 3
deployment:
  resources:
    - urn: ${namespace}
      type: kubernetes:core/v1:Namespace
      inputs: { metadata: { name: shop } }
    - urn: ${rule}
      type: kubernetes:networking.istio.io/v1:DestinationRule
      dependencies: ["${namespace}"]
      inputs:
        metadata: { name: cart, namespace: shop }
        spec: { host: cart, subsets: [{ name: v1, labels: { version: v1 } }] }
    - urn: ${urn("networking.istio.io/v1:VirtualService", "cart")}
      type: kubernetes:networking.istio.io/v1:VirtualService
      dependencies: [${dependencies.map((each) => `"${each}"`).join(", ")}]
      inputs:
        metadata: { name: cart, namespace: shop }
        spec: { hosts: [cart], http: [{ route: [{ destination: { host: cart, subset: v1 } }] }] }
`;

/** Text and examples of `pulumi/route-without-dependency`. */
export const routeWithoutDependencyDoc: RuleDoc = {
  inventory: ["apply-order"],
  what: "A VirtualService of a stack depends, at first hand or over others, on the DestinationRules whose subsets it names, on the ServiceEntries of its destinations and on its Gateways, where they are in the same stack. Nothing is said of a stack without any dependency.",
  why: "Pulumi makes and deletes at the same time what does not depend on each other. A route to a subset that is not there yet, or not any more, answers every request with 503.",
  fails: state(namespace),
  passes: state(namespace, rule),
};
