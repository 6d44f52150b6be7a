import type { RuleDoc } from "../rule.ts";

const level = (service: string, objective: string) => `---
apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata: { name: ${service}, namespace: shop }
spec:
  service: ${service}
  slos: [{ name: requests-availability, objective: ${objective} }]
`;

const shop = `name: shop
trust: { domain: shop.example }
services:
  web: { calls: { cart: {}, stock: {} } }
  cart: {}
  stock: {}
${level("cart", "99.9")}${level("stock", "99.5")}`;

/** Text and examples of `resilience/promises-more-than-callees`. */
export const promisesMoreThanCalleesDoc: RuleDoc = {
  inventory: ["slo-math"],
  what: "The objective for the availability of a service, as an object of Sloth, OpenSLO or Pyrra states it, is at most the product of those of the services that it is declared to call. Callees without an objective count as if they never failed; objectives for latency are left out.",
  why: "A request that needs three services fails when one of them does. Who promises 99.9 % on top of two that promise 99.5 % breaks the promise also in a month in which everybody else keeps theirs.",
  fails: `${shop}${level("web", "99.9")}`,
  passes: `${shop}${level("web", "99")}`,
};
