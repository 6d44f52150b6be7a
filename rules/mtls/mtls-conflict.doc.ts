import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/mtls-conflict`. */
export const mtlsConflictDoc: RuleDoc = {
  inventory: ["mtls-dr-server-conflict"],
  what: "What clients start fits what servers accept, for each host, subset and port: no plaintext and no TLS of the client's own to a strict server, no mesh identity to a server that accepts only plaintext, has no proxy or is outside the mesh.",
  why: "Every call from every client fails with 503 as soon as the objects are there. It is the most frequent way to break a mesh while making it safer.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-v1, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, version: v1, sidecar.istio.io/inject: "true" } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec:
  mtls: { mode: STRICT }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    tls: { mode: DISABLE }
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-v1, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, version: v1, sidecar.istio.io/inject: "true" } }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec:
  mtls: { mode: STRICT }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    tls: { mode: ISTIO_MUTUAL }
`,
};
