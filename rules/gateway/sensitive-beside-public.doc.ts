import type { RuleDoc } from "../rule.ts";

const gateway = (
  name: string,
  selector: string,
  host: string,
) => `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: edge }
spec:
  selector: { istio: ${selector} }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [${host}]
      tls: { mode: SIMPLE, credentialName: ${name} }
---
`;

/** Text and examples of `gateway/sensitive-beside-public`. */
export const sensitiveBesidePublicDoc: RuleDoc = {
  inventory: ["gw-isolation"],
  what: "A host that is for the own people, as its name says (`admin.example.com`, `grafana.example.com`, `*.internal`), is not served by the proxies that serve a host for everybody.",
  why: "One proxy listens for both: a client of the public host only has to ask for the other name, and what overloads the public host takes the tools along that are needed to mend it.",
  fails:
    gateway("shop", "edge", "shop.example.com") + gateway("admin", "edge", "admin.example.com"),
  passes:
    gateway("shop", "edge", "shop.example.com") + gateway("admin", "inside", "admin.example.com"),
};
