import type { ChangeRuleDoc } from "../rule.ts";

const shop = (v1: number, v2: number): string => `name: shop
trust: { domain: shop.example }
services:
  cart: { port: 8080, versions: [v1, v2] }
routes:
  cart: { split: { v1: ${String(v1)}, v2: ${String(v2)} } }
`;

/** Text and examples of `change/traffic-jump`. */
export const trafficJumpDoc: ChangeRuleDoc = {
  inventory: ["traffic-jump"],
  what: "Of the requests that one rule of a route takes, no destination gets more than 25 points of percent more in one update, and one that had none gets at most 10 %. Destinations are told apart by host, port and the labels of their subset, so that a subset can be renamed.",
  why: "A version that has answered nothing yet gets everything at once. What it does wrong hits every caller, and there is no number to compare it with.",
  fails: { before: shop(100, 0), after: shop(0, 100) },
  passes: { before: shop(100, 0), after: shop(90, 10) },
};
