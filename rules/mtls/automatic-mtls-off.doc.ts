import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/automatic-mtls-off`. */
export const automaticMtlsOffDoc: RuleDoc = {
  inventory: ["mtls-auto-off"],
  what: "MeshConfig does not switch `enableAutoMtls` off, unless a DestinationRule for all hosts of the cluster makes clients start mTLS.",
  why: "With automatic mTLS off, clients send plaintext to every service that no DestinationRule is for. Servers that take mTLS only refuse it, the others take it unencrypted and without identity.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    enableAutoMtls: false
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    enableAutoMtls: false
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: default, namespace: istio-system }
spec:
  host: "*.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
`,
};
