import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/retry-of-unsafe-call`. */
export const retryOfUnsafeCallDoc: RuleDoc = {
  inventory: ["retry-nonidempotent"],
  what: "A call declared `idempotent: false`, and a rule for all callers with a match for POST or PATCH, has no retries on conditions that can come after the request took effect: answers of 5xx, resets, and for gRPC cancelled, deadline-exceeded, internal and unavailable.",
  why: "The callee has charged the card, and its answer got lost. The proxy sends the request again, and the card is charged twice.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  orders:
    calls:
      payments:
        timeout: 3s
        idempotent: false
        retries: { attempts: 1, perTryTimeout: 1s, on: [connect-failure, reset] }
  payments: {}
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  orders:
    calls:
      payments:
        timeout: 3s
        idempotent: false
        retries: { attempts: 1, on: [connect-failure, reset-before-request] }
  payments: {}
`,
};
