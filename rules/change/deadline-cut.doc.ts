import type { ChangeRuleDoc } from "../rule.ts";

const shop = (timeout: string): string => `name: shop
trust: { domain: shop.example }
services: { cart: { port: 8080 } }
routes: { cart: { timeout: ${timeout} } }
`;

/** Text and examples of `change/deadline-cut`. */
export const deadlineCutDoc: ChangeRuleDoc = {
  inventory: ["timeout-retry-jump"],
  what: "A rule of a route that has a deadline in both states keeps at least half of it, and one that has retries gets at most two more.",
  why: "Requests that took longer fail from one moment to the next, and their callers try again. More tries on a service that is slow already are more load for it: both together are how a slow service becomes one that is down.",
  fails: { before: shop("10s"), after: shop("2s") },
  passes: { before: shop("10s"), after: shop("6s") },
};
