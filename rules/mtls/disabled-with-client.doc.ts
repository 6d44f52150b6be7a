import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/disabled-with-client`. */
export const disabledWithClientDoc: RuleDoc = {
  inventory: ["mtls-dr-server-conflict"],
  what: "Where a PeerAuthentication for a namespace or the mesh has mode DISABLE, no DestinationRule for the same hosts has TLS mode ISTIO_MUTUAL or MUTUAL.",
  why: "The client starts a handshake that the server does not understand: every call fails with 503.",
  fails: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: DISABLE } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: mutual, namespace: shop }
spec:
  host: "*.shop.svc.cluster.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
`,
  passes: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: PERMISSIVE } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: mutual, namespace: shop }
spec:
  host: "*.shop.svc.cluster.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
`,
};
