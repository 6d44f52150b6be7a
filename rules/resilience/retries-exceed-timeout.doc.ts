import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/retries-exceed-timeout`. */
export const retriesExceedTimeoutDoc: RuleDoc = {
  inventory: ["retry-timeout-budget"],
  what: "All tries fit into the deadline of the route: (retries + 1) × per-try timeout + the pauses between the tries. The pauses are counted at their longest: 25 ms before the first retry, twice as long before each further one, at most 250 ms.",
  why: "The deadline cuts the last tries off. They are promised in the configuration, and the load that they make is real, but they never bring an answer.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  cart: {}
routes:
  cart:
    timeout: 2s
    retries: { attempts: 2, perTryTimeout: 1s, on: ["503"] }
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  cart: {}
routes:
  cart:
    timeout: 2s
    retries: { attempts: 2, perTryTimeout: 600ms, on: ["503"] }
`,
};
