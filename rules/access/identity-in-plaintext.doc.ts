import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/identity-in-plaintext`. */
export const identityInPlaintextDoc: RuleDoc = {
  inventory: ["authz-deny-bypass-plaintext"],
  what: "Where a DENY names callers by identity, or an ALLOW everybody but some, the workload accepts only mTLS. A PeerAuthentication of the input that says otherwise is a fault; where none says anything, nothing is decided.",
  why: "A caller in plaintext has no identity. It is none of those that are denied, and it is not among those that an ALLOW leaves out, so that it comes in.",
  fails: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: PERMISSIVE } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  action: DENY
  rules:
    - from: [{ source: { namespaces: [test] } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: cart:1 }] }
`,
  passes: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  action: DENY
  rules:
    - from: [{ source: { namespaces: [test] } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: app, image: cart:1 }] }
`,
};
