import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/retry-of-undeclared-call`. */
export const retryOfUndeclaredCallDoc: RuleDoc = {
  inventory: ["retry-nonidempotent"],
  what: "A call with retries that can follow a request that took effect says whether its operations may be repeated (`idempotent`).",
  why: "Whether a retry heals or pays twice is known only to those who wrote the callee. Once it is said, HED4503 guards it.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web:
    calls:
      catalog:
        timeout: 2s
        retries: { attempts: 1, perTryTimeout: 900ms, on: ["503"] }
  catalog: {}
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web:
    calls:
      catalog:
        timeout: 2s
        idempotent: true
        retries: { attempts: 1, perTryTimeout: 900ms, on: ["503"] }
  catalog: {}
`,
};
