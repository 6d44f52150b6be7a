import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/ambient-without-waypoint`. */
export const ambientWithoutWaypointDoc: RuleDoc = {
  inventory: ["ambient-l7-no-waypoint"],
  what: "An AuthorizationPolicy with a condition on HTTP, a RequestAuthentication, a WasmPlugin or a Telemetry in an ambient namespace has a waypoint: the namespace or something in it is labelled `istio.io/use-waypoint`, or the policy has `targetRefs`.",
  why: "ztunnel does not read HTTP. It drops such conditions: an ALLOW then allows less than was meant, and a DENY may deny nothing.",
  fails: `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - to: [{ operation: { methods: [GET] } }]
`,
  passes: `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  targetRefs: [{ kind: Service, group: "", name: cart }]
  rules:
    - to: [{ operation: { methods: [GET] } }]
`,
};
