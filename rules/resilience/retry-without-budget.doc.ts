import type { RuleDoc } from "../rule.ts";

const route = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
      timeout: 2s
      retries: { attempts: 3, perTryTimeout: 500ms, retryOn: connect-failure }
`;

/** Text and examples of `resilience/retry-without-budget`. */
export const retryWithoutBudgetDoc: RuleDoc = {
  inventory: ["retry-no-budget"],
  what: "For the hosts of a route with three or more retries, a DestinationRule says how many retries may be under way at once: `retryBudget`, or `maxRetries` of the connection pool. In a mesh, the policy of a service that is called with as many has a `retryBudget`. Fewer retries, such as the two that Istio adds by itself, are not judged.",
  why: "When a service is slow, every request to it becomes several at the moment at which it can bear the least. The number of tries bounds what one request does; only a budget bounds what all of them do together.",
  fails: route,
  passes: `${route}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    retryBudget: { percent: 20, minRetryConcurrency: 3 }
`,
};
