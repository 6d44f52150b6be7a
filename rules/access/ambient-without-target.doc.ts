import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/ambient-without-target`. */
export const ambientWithoutTargetDoc: RuleDoc = {
  inventory: ["ambient-needs-targetref"],
  what: "An AuthorizationPolicy with a condition on HTTP, or a RequestAuthentication, in an ambient namespace that uses a waypoint has `targetRefs`. So has a WasmPlugin or a Telemetry that would otherwise select pods.",
  why: "A waypoint takes policies that refer to it or to its services, and ignores those with a selector or with none.",
  fails: `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
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
