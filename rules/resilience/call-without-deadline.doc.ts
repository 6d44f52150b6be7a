import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/call-without-deadline`. */
export const callWithoutDeadlineDoc: RuleDoc = {
  inventory: ["timeout-missing"],
  what: "Every declared call of a service that speaks HTTP or gRPC has a timeout: its own, that of the callee's route, or per-try timeouts that end all tries. Calls of other protocols are left aside.",
  why: "The proxy's default is no timeout. One callee that hangs takes the caller's workers one by one, until the caller hangs too, and so does whoever calls it.",
  fails: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web: { calls: { cart: {} } }
  cart: {}
`,
  passes: `apiVersion: heddle/v1
name: shop
trust: { domain: shop.example }
services:
  web: { calls: { cart: {} } }
  cart: {}
routes:
  cart: { timeout: 2s }
`,
};
