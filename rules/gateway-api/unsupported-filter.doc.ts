import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/unsupported-filter`. */
export const unsupportedFilterDoc: RuleDoc = {
  inventory: ["gw-api-refs"],
  what: "The filters of a route are ones that Istio has: none of another implementation, and only changes of headers on a backend.",
  why: "Istio marks the route as invalid, and the gateway answers 500 for the rule.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  rules:
    - filters:
        - type: ExtensionRef
          extensionRef: { group: example.com, kind: Cache, name: pages }
      backendRefs: [{ name: web, port: 80 }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  rules:
    - filters:
        - type: RequestHeaderModifier
          requestHeaderModifier: { remove: [x-debug] }
      backendRefs: [{ name: web, port: 80 }]
`,
};
