import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/retry-amplification`. */
export const retryAmplificationDoc: RuleDoc = {
  inventory: ["retry-amplification", "retry-cycle"],
  what: "Along every chain of calls, one request becomes at most 9: the product of the tries (retries + 1) of its calls. Only retries that can be set off by an error that is passed on count (5xx answers, resets, the gRPC conditions where the callee speaks gRPC); for the last call of a chain all do, because there the callee itself may be what fails. Calls that go round in a circle with such retries have no limit at all. The finding names the chain, the arithmetic, and the call whose change is the smallest that is enough.",
  why: "When the last service of a chain fails, every service above it repeats its own call, and each repetition repeats all below. Three harmless-looking layers of two retries are 27 requests for one, sent to a service that is already failing: retries turn a short fault into a long outage.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web:
    calls:
      orders: { retries: { attempts: 2, perTryTimeout: 1s, on: ["503"] } }
  orders:
    calls:
      inventory: { retries: { attempts: 2, perTryTimeout: 300ms, on: ["503"] } }
  inventory:
    calls:
      stock: { retries: { attempts: 2, perTryTimeout: 100ms, on: ["503"] } }
  stock: {}
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web:
    calls:
      orders: { retries: { attempts: 0, perTryTimeout: 1s, on: ["503"] } }
  orders:
    calls:
      inventory: { retries: { attempts: 2, perTryTimeout: 300ms, on: ["503"] } }
  inventory:
    calls:
      stock: { retries: { attempts: 2, perTryTimeout: 100ms, on: ["503"] } }
  stock: {}
`,
};
