import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/outlier-ejects-all`. */
export const outlierEjectsAllDoc: RuleDoc = {
  inventory: ["outlier-ejects-all"],
  what: "A DestinationRule with `maxEjectionPercent: 100` has a `minHealthPercent` above 0.",
  why: "A fault that all instances share, such as a slow database, ejects all of them. With no minimum the proxies then answer every request with 503, also those that would have worked.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 5, maxEjectionPercent: 100 }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 5, maxEjectionPercent: 100, minHealthPercent: 50 }
`,
};
