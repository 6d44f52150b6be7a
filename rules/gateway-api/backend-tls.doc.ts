import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/backend-tls`. */
export const backendTlsDoc: RuleDoc = {
  what: "A BackendTLSPolicy says who vouches for the backend in one way, tells references to one target apart by their `sectionName`, and gives each name of a certificate in the field of its type.",
  why: "The API server refuses the object, and with it the deploy.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: cart, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: cart }]
  validation:
    hostname: cart.example.com
    wellKnownCACertificates: System
    caCertificateRefs: [{ group: "", kind: ConfigMap, name: cart-ca }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: cart, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: cart }]
  validation:
    hostname: cart.example.com
    caCertificateRefs: [{ group: "", kind: ConfigMap, name: cart-ca }]
`,
};
