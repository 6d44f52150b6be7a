import type { RuleDoc } from "../rule.ts";

/** Text and examples of `mtls/probe-in-plaintext`. */
export const probeInPlaintextDoc: RuleDoc = {
  inventory: ["mtls-probe-broken"],
  what: "A workload that takes mTLS only and has probes by HTTP or gRPC does not switch their rewriting off.",
  why: "The kubelet has no certificate of the mesh. Rewritten, its probe goes to the agent beside the proxy; as it is, it goes to the proxy, which refuses it. The pod never becomes ready, or is restarted for ever.",
  fails: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata:
      labels: { app: cart, sidecar.istio.io/inject: "true" }
      annotations: { sidecar.istio.io/rewriteAppHTTPProbers: "false" }
    spec:
      containers:
        - name: app
          image: cart:1
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
`,
  passes: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata:
      labels: { app: cart, sidecar.istio.io/inject: "true" }
    spec:
      containers:
        - name: app
          image: cart:1
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
`,
};
