import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/overlapping-policies`. */
export const overlappingPoliciesDoc: RuleDoc = {
  inventory: ["mtls-pa-overlap"],
  what: "A namespace has one PeerAuthentication without a selector at most, and no workload is selected by two.",
  why: "Istio takes the oldest of them and says nothing. Which is the oldest differs between clusters, and after a restore.",
  fails: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec:
  mtls: { mode: STRICT }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: migration, namespace: shop }
spec:
  mtls: { mode: PERMISSIVE }
`,
  passes: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec:
  mtls: { mode: STRICT }
`,
};
