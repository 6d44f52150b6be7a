import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/plaintext-to-strict`. */
export const plaintextToStrictDoc: RuleDoc = {
  inventory: ["mtls-dr-server-conflict"],
  what: "A DestinationRule with TLS mode DISABLE is not for a namespace, or for hosts of a namespace, whose PeerAuthentication is STRICT, nor is the whole mesh STRICT.",
  why: "Every call is refused by the server: clients see 503 with connection resets.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: plain, namespace: shop }
spec:
  host: "*.shop.svc.cluster.local"
  trafficPolicy: { tls: { mode: DISABLE } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: plain, namespace: shop }
spec:
  host: "*.shop.svc.cluster.local"
  trafficPolicy: { tls: { mode: DISABLE } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: PERMISSIVE } }
`,
};
