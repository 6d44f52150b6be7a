import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/default-errors-eject`. */
export const defaultErrorsEjectDoc: RuleDoc = {
  inventory: ["outlier-5xx-surprise"],
  what: "Outlier detection that sets `consecutiveGatewayErrors` sets `consecutive5xxErrors` as well.",
  why: "The default of five 5xx errors stays active beside it: five answers of 500 from a faulty application take an instance out, though only gateway errors were meant to.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { outlierDetection: { consecutiveGatewayErrors: 3 } }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { outlierDetection: { consecutiveGatewayErrors: 3, consecutive5xxErrors: 0 } }
`,
};
