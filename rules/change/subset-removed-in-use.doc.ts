import type { ChangeRuleDoc } from "../rule.ts";

const route = (subset: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http: [{ route: [{ destination: { host: cart, subset: ${subset} } }] }]
---
`;
const subsets = (...names: readonly string[]): string => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
${names.map((name) => `    - { name: ${name}, labels: { version: ${name} } }`).join("\n")}
`;

/** Text and examples of `change/subset-removed-in-use`. */
export const subsetRemovedInUseDoc: ChangeRuleDoc = {
  inventory: ["subset-removed-in-use"],
  what: "A subset that a route sends to is there in the next state too, with the same labels. It goes in an update of its own, after the one that took the traffic off it.",
  why: "Proxies get routes and destinations at different moments. Those that have lost the subset and still have the old route answer 503 to every request, for seconds in a small mesh and minutes in a large one.",
  fails: {
    before: route("v1") + subsets("v1", "v2"),
    after: route("v2") + subsets("v2"),
  },
  passes: {
    before: route("v1") + subsets("v1", "v2"),
    after: route("v2") + subsets("v1", "v2"),
  },
};
