import type { RuleDoc } from "../rule.ts";

const signed = (duration: string) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: company, namespace: edge }
spec:
  isCA: true
  secretName: company-ca
  duration: 2160h
  issuerRef: { name: root }
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: { name: company, namespace: edge }
spec:
  ca: { secretName: company-ca }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: edge }
spec:
  secretName: shop-tls
  duration: ${duration}
  dnsNames: [shop.example]
  issuerRef: { name: company }
`;

/** Text and examples of `gateway/outlives-issuer`. */
export const outlivesIssuerDoc: RuleDoc = {
  inventory: ["cert-chain-outlived"],
  what: "In the chain of a Secret, each certificate ends before the one that signed it; so does the authority of the mesh in `cacerts` before its root. A Certificate of cert-manager that another Certificate signs is valid for less time than that one.",
  why: "When an issuer ends, everything that it signed ends at the same moment, whatever the certificates say, and no renewal was planned for that day.",
  fails: signed("8760h"),
  passes: signed("720h"),
};
