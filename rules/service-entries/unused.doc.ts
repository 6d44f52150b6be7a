import type { RuleDoc } from "../rule.ts";

const shop = (host: string) => `name: shop
trust: { domain: shop.example }
services:
  cart: { port: 8080, calls: { payments: {} } }
  payments: { port: 443, external: api.payments.example }
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: outside, namespace: shop }
spec:
  hosts: [${host}]
  ports: [{ number: 443, name: tls, protocol: TLS }]
  resolution: DNS
`;

/** Text and examples of `service-entries/unused`. */
export const unusedEntryDoc: RuleDoc = {
  inventory: ["se-unused"],
  what: "Where calls are declared, each host of a ServiceEntry and each external service is one that a declared call goes to, that a route leads to, or that stands in the environment or the arguments of a workload. Entries with addresses are not judged.",
  why: "The entry stays as a hole after the dependency is gone: any workload can still call the host.",
  fails: shop("old.payments.example"),
  passes: shop("api.payments.example"),
};
