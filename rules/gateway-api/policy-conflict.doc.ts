import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/policy-conflict`. */
export const policyConflictDoc: RuleDoc = {
  inventory: ["gw-api-policy-conflict"],
  what: "No two BackendTLSPolicies are for the same Service, or the same port of it.",
  why: "Only the older one holds, and the other is marked as conflicted. Which one is older changes when one of them is created anew.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: one, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: cart }]
  validation: { hostname: cart.example.com, wellKnownCACertificates: System }
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: two, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: cart }]
  validation: { hostname: other.example.com, wellKnownCACertificates: System }
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: one, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: cart }]
  validation: { hostname: cart.example.com, wellKnownCACertificates: System }
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: two, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: web }]
  validation: { hostname: other.example.com, wellKnownCACertificates: System }
`,
};
