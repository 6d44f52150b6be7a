import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/split-without-workload`. */
export const splitWithoutWorkloadDoc: RuleDoc = {
  inventory: ["vs-subset-missing", "dr-subset-dead"],
  what: "Every subset that a route sends to, or mirrors to, is defined by a DestinationRule for its host, and one with a weight above 0 has at least one instance. Workload templates count as workloads, so that this is decided before anything runs. Whether the labels of a subset select anything is a question to the DestinationRule.",
  why: "The proxy answers that share of the requests with 503 (`NR` or `UH`). A canary of 10 % to a version that was never deployed is an outage for one user in ten, and no object is rejected because of it.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  cart:
    versions:
      v1: {}
      v2: { replicas: 0 }
routes:
  cart:
    split: { v1: 90, v2: 10 }
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  cart:
    versions:
      v1: {}
      v2: { replicas: 1 }
routes:
  cart:
    split: { v1: 90, v2: 10 }
`,
};
