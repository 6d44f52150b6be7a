import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/fault-with-retry`. */
export const faultWithRetryDoc: RuleDoc = {
  inventory: ["vs-fault-with-retry"],
  what: "A rule with `fault` has neither `retries` nor `timeout`.",
  why: "The proxy injects the fault before retries and timeouts come into play, so that a test of them by this fault shows nothing, and the faults reach the callers.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
      fault: { abort: { httpStatus: 503, percentage: { value: 10 } } }
      retries: { attempts: 2, perTryTimeout: 1s }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
      fault: { abort: { httpStatus: 503, percentage: { value: 10 } } }
`,
};
