import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/overridden-mtls`. */
export const overriddenMtlsDoc: RuleDoc = {
  inventory: ["mtls-dr-overrides-default"],
  what: "A DestinationRule for one host says which TLS clients start, where a DestinationRule for its namespace or the mesh makes them start mTLS.",
  why: "Only the most specific DestinationRule holds, and the two are not merged. Where automatic mTLS is off, calls to that host are plaintext from then on.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: default, namespace: istio-system }
spec:
  host: "*.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { loadBalancer: { simple: RANDOM } }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: default, namespace: istio-system }
spec:
  host: "*.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { loadBalancer: { simple: RANDOM }, tls: { mode: ISTIO_MUTUAL } }
`,
};
