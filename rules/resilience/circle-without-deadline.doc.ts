import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/circle-without-deadline`. */
export const circleWithoutDeadlineDoc: RuleDoc = {
  inventory: ["retry-cycle"],
  what: "Where calls go round in a circle, at least one of them has a timeout. A circle whose calls are tried again on errors is a fault of its own: HED4008.",
  why: "A request that goes round holds a connection and a worker at every turn. With no deadline on the circle nothing ends it before the services run out of both.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  cart: { calls: { prices: {} } }
  prices: { calls: { cart: {} } }
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  cart: { calls: { prices: { timeout: 1s } } }
  prices: { calls: { cart: {} } }
`,
};
