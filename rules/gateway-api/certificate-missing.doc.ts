import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway-api/certificate-missing`. */
export const listenerCertificateMissingDoc: RuleDoc = {
  inventory: ["gw-credential-missing"],
  what: "The Secrets that the listeners of a Gateway of the Gateway API name in `certificateRefs` exist, where the input holds Secrets at all.",
  why: "The listener is not programmed, and the port stays closed.",
  fails: `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: shop }
type: kubernetes.io/tls
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      tls: { certificateRefs: [{ name: shop-tsl }] }
`,
  passes: `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: shop }
type: kubernetes.io/tls
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  gatewayClassName: istio
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      tls: { certificateRefs: [{ name: shop-tls }] }
`,
};
