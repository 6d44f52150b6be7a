import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/rotation-window`. */
export const rotationWindowDoc: RuleDoc = {
  inventory: ["cert-rotation-window"],
  what: "The `renewBefore` of a cert-manager Certificate is shorter than its duration, and not shorter than a day or a tenth of the duration; its key is not kept for ever (`rotationPolicy: Never`).",
  why: "Renewed too early, the certificate is made anew without end, and the issuer stops answering. Renewed too late, one failed try leaves clients with an expired certificate.",
  fails: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: shop }
spec: { secretName: shop-tls, duration: 24h, renewBefore: 24h }
`,
  passes: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: shop }
spec: { secretName: shop-tls, duration: 24h, renewBefore: 8h }
`,
};
