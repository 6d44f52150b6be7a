import type { ChangeRuleDoc } from "../rule.ts";

const shop = (protocol: string, port: number): string => `name: shop
trust: { domain: shop.example }
services: { cart: { port: ${String(port)}, protocol: ${protocol} } }
`;

/** Text and examples of `change/protocol-changed`. */
export const protocolChangedDoc: ChangeRuleDoc = {
  inventory: ["protocol-changed"],
  what: "A port of a service that is there in both states has the same protocol in both, by its `appProtocol`, the beginning of its name, or the model.",
  why: "The proxies treat the bytes otherwise from one moment to the next: from HTTP to TCP, routes, retries and access rules on paths are lost without a word; from TCP to HTTP, what is no HTTP is refused.",
  fails: { before: shop("http", 8080), after: shop("tcp", 8080) },
  passes: { before: shop("http", 8080), after: shop("tcp", 9090) },
};
