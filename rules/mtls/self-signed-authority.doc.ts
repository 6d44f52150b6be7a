import type { RuleDoc } from "../rule.ts";

const istiod = `apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system }
spec:
  template:
    metadata: { labels: { app: istiod } }
    spec: { containers: [{ name: discovery, image: "pilot:1.31.0" }] }
`;

/** Text and examples of `mtls/self-signed-authority`. */
export const selfSignedAuthorityDoc: RuleDoc = {
  inventory: ["ca-selfsigned-prod"],
  what: "Where the input holds istiod, or the Secret `istio-ca-secret` that it makes, there is also the Secret `cacerts` or what makes it, or another authority signs: istio-csr, a signer of Kubernetes, or the `caAddress` of MeshConfig.",
  why: "The root that istiod makes for itself is valid for ten years, lives with its key in one Secret of one cluster, and cannot be revoked or shared: a second cluster trusts nobody of this one, and a new root means that no workload trusts another until all have it.",
  fails: istiod,
  passes: `${istiod}---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: istio-ca, namespace: istio-system }
spec:
  isCA: true
  secretName: cacerts
  issuerRef: { name: company-root, kind: ClusterIssuer }
`,
};
