import type { ChangeRuleDoc } from "../rule.ts";

const shop = (v2: number, replicas: number): string => `name: shop
trust: { domain: shop.example }
services:
  cart: { port: 8080, versions: { v1: { replicas: 8 }, v2: { replicas: ${String(replicas)} } } }
routes:
  cart: { split: { v1: ${String(100 - v2)}, v2: ${String(v2)} } }
`;

/** Text and examples of `change/traffic-to-thin-subset`. */
export const trafficToThinSubsetDoc: ChangeRuleDoc = {
  inventory: ["traffic-to-thin-subset"],
  what: "A destination that gets more traffic than before has at least half as large a part of the pods as of the requests, and has pods at all. Workloads that an autoscaler follows are left out.",
  why: "One pod that gets the load of eight answers slowly and then not at all. With no pod, that part of the requests fails with 503 until somebody turns the weights back.",
  fails: { before: shop(10, 1), after: shop(35, 1) },
  passes: { before: shop(10, 1), after: shop(35, 4) },
};
