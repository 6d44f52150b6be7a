import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/deadline-shorter-than-callee`. */
export const deadlineShorterThanCalleeDoc: RuleDoc = {
  inventory: ["timeout-caller-shorter"],
  what: "A caller waits at least as long as its callee may wait for the calls that it makes itself, one after another: the sum of their deadlines, each with all its tries and the pauses between them. Calls without a deadline count nothing; what a callee does beside its calls is not known.",
  why: "The caller gives up and tells its own caller so, while the callee goes on: the work is done for nobody, a payment is made for an order that failed, and retries come on top of it.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web: { calls: { orders: { timeout: 3s } } }
  orders:
    calls:
      inventory:
        timeout: 2s
        idempotent: true
        retries: { attempts: 2, perTryTimeout: 500ms, on: ["503"] }
      payments: { timeout: 3s }
  inventory: {}
  payments: {}
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web: { calls: { orders: { timeout: 5s } } }
  orders:
    calls:
      inventory:
        timeout: 2s
        idempotent: true
        retries: { attempts: 2, perTryTimeout: 500ms, on: ["503"] }
      payments: { timeout: 3s }
  inventory: {}
  payments: {}
`,
};
