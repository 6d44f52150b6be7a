import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/too-many-retries`. */
export const tooManyRetriesDoc: RuleDoc = {
  inventory: ["retry-too-many"],
  what: "A rule, or a call, has at most 5 retries.",
  why: "A service that failed three times in a quarter of a second fails the sixth time too. Meanwhile every request that it cannot answer comes six times and more, and keeps it from recovering.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
      timeout: 10s
      retries: { attempts: 10, perTryTimeout: 500ms, retryOn: "503" }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
      timeout: 10s
      retries: { attempts: 2, perTryTimeout: 500ms, retryOn: "503" }
`,
};
