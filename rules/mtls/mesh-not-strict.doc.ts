import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/mesh-not-strict`. */
export const meshNotStrictDoc: RuleDoc = {
  inventory: ["mtls-mesh-strict-missing"],
  what: "Where the input has MeshConfig, a PeerAuthentication without a selector in the root namespace, or in every namespace with workloads, sets the mode of mTLS.",
  why: "The default takes mTLS and plaintext. A mesh that nobody told otherwise answers to whoever reaches it.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    trustDomain: shop.example
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    trustDomain: shop.example
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec: { mtls: { mode: STRICT } }
`,
};
