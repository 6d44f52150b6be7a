import type { RuleDoc } from "../rule.ts";

const example = (connectTimeout: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
      timeout: 3s
      retries: { attempts: 2, perTryTimeout: 900ms, retryOn: connect-failure }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    connectionPool: { tcp: { connectTimeout: ${connectTimeout} } }
`;

/** Text and examples of `resilience/slow-connect`. */
export const slowConnectDoc: RuleDoc = {
  inventory: ["timeout-connect"],
  what: "A `connectTimeout` that a DestinationRule states is shorter than the per-try timeout, or else the timeout, of the rules that send to that host. The proxy's default of 10 s is not judged.",
  why: "An instance whose node is gone does not refuse connections, it lets them wait. A connection that may take as long as the whole try never becomes a retry at another instance, and the request fails.",
  fails: example("5s"),
  passes: example("250ms"),
};
