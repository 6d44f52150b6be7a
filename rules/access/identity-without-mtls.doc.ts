import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/identity-without-mtls`. */
export const identityWithoutMtlsDoc: RuleDoc = {
  inventory: ["authz-identity-needs-mtls"],
  what: "Workloads whose callers are allowed by `principals`, `namespaces` or `serviceAccounts` do not have mTLS disabled.",
  why: "Identity comes with the certificate of mTLS. Without it the rule matches nobody, and every request is refused.",
  fails: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: DISABLE } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - from: [{ source: { namespaces: [shop] } }]
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
  rules:
    - from: [{ source: { namespaces: [shop] } }]
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
