import type { ChangeRuleDoc } from "../rule.ts";
import { narrowCertificate, renewedCertificate, wideCertificate } from "./example-certificates.ts";

const edge = (certificate: string): string => `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: istio-system }
stringData:
  tls.key: example
  tls.crt: |
${certificate.trimEnd().replace(/^/gm, "    ")}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      tls: { mode: SIMPLE, credentialName: shop-tls }
      hosts: [shop.example]
`;

/** Text and examples of `change/certificate-swapped`. */
export const certificateSwappedDoc: ChangeRuleDoc = {
  inventory: ["cert-swapped"],
  what: "A certificate in a Secret of a Gateway's server that is replaced is for all names that the old one was for, and comes from the same issuer. A new key is right.",
  why: "Clients refuse a server whose certificate does not have the name that they asked for. Those that trust one issuer only, as machines often do, refuse every other.",
  fails: { before: edge(wideCertificate), after: edge(narrowCertificate) },
  passes: { before: edge(wideCertificate), after: edge(renewedCertificate) },
};
