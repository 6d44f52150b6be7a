import type { ChangeRuleDoc } from "../rule.ts";

const gateway = (mode: string): string => `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example]
      tls: { mode: ${mode}, credentialName: shop-tls }
`;

/** Text and examples of `change/tls-downgrade`. */
export const tlsDowngradeDoc: ChangeRuleDoc = {
  inventory: ["mtls-downgrade"],
  what: "A port of a Gateway that is in both states asks its clients for no less: TLS at all, a client certificate, the least version. Clients that a DestinationRule makes start TLS go on doing so, and go on checking the certificate of the server against the same kinds of things.",
  why: "Everything goes on working, in a weaker form. A client certificate that is no longer asked for was the only thing that kept others out.",
  fails: { before: gateway("MUTUAL"), after: gateway("SIMPLE") },
  passes: { before: gateway("SIMPLE"), after: gateway("MUTUAL") },
};
