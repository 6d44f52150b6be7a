import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/identity-without-started-mtls`. */
export const identityWithoutStartedMtlsDoc: RuleDoc = {
  inventory: ["authz-identity-needs-mtls"],
  what: "Where `enableAutoMtls` is false, an AuthorizationPolicy that asks for principals, namespaces or SNI is in a namespace with a PeerAuthentication and a DestinationRule that make callers use mTLS.",
  why: "Without mTLS a caller has no identity: rules that allow by identity match nobody, and rules that deny by it match nobody either.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "enableAutoMtls: false" }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web-only, namespace: shop }
spec:
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }]
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data: { mesh: "enableAutoMtls: true" }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web-only, namespace: shop }
spec:
  rules:
    - from: [{ source: { principals: [cluster.local/ns/shop/sa/web] } }]
`,
};
