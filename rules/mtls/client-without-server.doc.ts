import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/client-without-server`. */
export const clientWithoutServerDoc: RuleDoc = {
  what: "Where `enableAutoMtls` is false, a DestinationRule that makes clients start mTLS for a whole namespace or the whole mesh has a PeerAuthentication for the same scope that makes servers take it.",
  why: "Clients present certificates to servers that nobody told to expect them, and every call depends on a default that the next release may change.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "enableAutoMtls: false" }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: default, namespace: istio-system }
spec:
  host: "*.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "enableAutoMtls: false" }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: default, namespace: istio-system }
spec:
  host: "*.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec: { mtls: { mode: STRICT } }
`,
};
