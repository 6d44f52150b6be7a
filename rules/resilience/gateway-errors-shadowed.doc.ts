import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/gateway-errors-shadowed`. */
export const gatewayErrorsShadowedDoc: RuleDoc = {
  inventory: ["outlier-gateway-errors-shadowed"],
  what: "`consecutiveGatewayErrors` is smaller than `consecutive5xxErrors` (5 unless said otherwise), or the latter is switched off with 0.",
  why: "Answers of 502, 503 and 504 count as errors of 5xx as well. The count of 5xx is always reached first, and the setting for gateway errors never does anything: instances are ejected for errors that it was meant to bear.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { consecutiveGatewayErrors: 10 }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { consecutiveGatewayErrors: 10, consecutive5xxErrors: 0 }
`,
};
