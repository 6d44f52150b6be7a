import type { ChangeRuleDoc } from "../rule.ts";

const service = `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
`;
const subsets = (...names: readonly string[]): string => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
${names.map((name) => `    - { name: ${name}, labels: { version: ${name} } }`).join("\n")}
---
`;
const split = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: cart, subset: v1 }, weight: 90 }
        - { destination: { host: cart, subset: v2 }, weight: 10 }
`;

/** Text and examples of `change/route-before-subset`. */
export const routeBeforeSubsetDoc: ChangeRuleDoc = {
  inventory: ["apply-order"],
  what: "A subset that gets traffic in the next state is there in this one already. A host that is new is left out, and so is what a mesh of Heddle makes, whose components wait for the destinations before they change the routes.",
  why: "Proxies get routes and destinations at different moments. Those that have the route and not yet the subset answer 503 to that part of the requests.",
  fails: { before: service + subsets("v1"), after: service + subsets("v1", "v2") + split },
  passes: { before: service + subsets("v1", "v2"), after: service + subsets("v1", "v2") + split },
};
