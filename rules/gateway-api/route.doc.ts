import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/route`. */
export const kubernetesRouteDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "The fields of a route of the Gateway API have values that its definition allows: paths, methods, filters that fit each other, weights, durations.",
  why: "The API server refuses the object at the deploy, after other objects have already changed.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  rules:
    - filters:
        - type: RequestRedirect
          requestRedirect: { scheme: https, statusCode: 301 }
      backendRefs: [{ name: web, port: 80 }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  rules:
    - filters:
        - type: RequestRedirect
          requestRedirect: { scheme: https, statusCode: 301 }
`,
};
