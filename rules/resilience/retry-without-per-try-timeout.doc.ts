import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/retry-without-per-try-timeout`. */
export const retryWithoutPerTryTimeoutDoc: RuleDoc = {
  inventory: ["retry-no-pertry"],
  what: "Retries that can follow a started request (answers, resets) have a per-try timeout. Retries on a failed connection, a refused stream or a reset before the request need none: a slow try is never one of them.",
  why: "Without a bound of its own the first slow try uses up the whole time, and the retries, for which everybody waits, never run.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  cart: {}
routes:
  cart:
    timeout: 3s
    retries: { attempts: 2, on: [connect-failure, "503"] }
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  cart: {}
routes:
  cart:
    timeout: 3s
    retries: { attempts: 2, perTryTimeout: 900ms, on: [connect-failure, "503"] }
`,
};
