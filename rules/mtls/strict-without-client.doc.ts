import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/strict-without-client`. */
export const strictWithoutClientDoc: RuleDoc = {
  inventory: ["mtls-auto-off"],
  what: "Where the mesh has `enableAutoMtls: false`, every PeerAuthentication for a namespace or the mesh with mode STRICT has a DestinationRule for the same hosts with mode ISTIO_MUTUAL.",
  why: "Without it the clients send plaintext, and the servers refuse every call.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    enableAutoMtls: false
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec:
  mtls: { mode: STRICT }
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    enableAutoMtls: false
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec:
  mtls: { mode: STRICT }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: default, namespace: shop }
spec:
  host: "*.shop.svc.cluster.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
`,
};
