import type { ChangeRuleDoc } from "../rule.ts";

const shop = (...hosts: readonly string[]): string => `name: shop
trust: { domain: shop.example }
services: { web: { port: 8080 } }
gateways:
  edge:
    hosts:
${hosts.map((host) => `      ${host}: { service: web }`).join("\n")}
`;

/** Text and examples of `change/host-removed`. */
export const hostRemovedDoc: ChangeRuleDoc = {
  inventory: ["host-removed"],
  what: "A host that a gateway listens for, and one that a route at a gateway is for, is served in the next state too: by itself or by a wildcard, at any gateway, also one of the Gateway API.",
  why: "Clients outside are not in the repository: nobody sees from here who still asks for the host. They get 404, or no connection.",
  fails: { before: shop("shop.example", "old.shop.example"), after: shop("shop.example") },
  passes: { before: shop("shop.example"), after: shop("shop.example", "new.shop.example") },
};
