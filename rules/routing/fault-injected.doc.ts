import type { RuleDoc } from "../rule.ts";

/** Text and examples of `routing/fault-injected`. */
export const faultInjectedDoc: RuleDoc = {
  inventory: ["vs-fault-in-prod"],
  what: "A rule that injects faults matches a header or a caller, so that only requests of tests get them.",
  why: "A fault for everybody is an outage of one's own making, and it is easily left behind when the test is over.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - fault: { abort: { httpStatus: 500, percentage: { value: 10 } } }
      route: [{ destination: { host: cart } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - match: [{ headers: { x-fault-test: { exact: "1" } } }]
      fault: { abort: { httpStatus: 500, percentage: { value: 10 } } }
      route: [{ destination: { host: cart } }]
    - route: [{ destination: { host: cart } }]
`,
};
