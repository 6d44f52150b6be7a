import type { RuleDoc } from "../rule.ts";

const example = (replicas: number) => `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web:
    replicas: 3
    calls:
      cart: { timeout: 2s }
  cart: { replicas: ${String(replicas)} }
`;

/** Text and examples of `resilience/single-instance-callee`. */
export const singleInstanceCalleeDoc: RuleDoc = {
  inventory: ["spof-path"],
  what: "A service has at least two instances, over all its versions, where a caller of it has a version with several. In an environment where everything has one, nothing is said.",
  why: "The instances of the caller survive the loss of a node, and fail all the same, because the one instance behind them did not.",
  fails: example(1),
  passes: example(2),
};
