import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/not-as-defined`. */
export const notAsDefinedDoc: RuleDoc = {
  what: "Every value of an object of Istio or of the Gateway API is written as the definition of its kind asks: a number without quotes, a word of a fixed set as that word and not as its number; in the Gateway API also fields that are required, types, limits, patterns, and entries that are there once.",
  why: "The API server refuses the object before Istio sees it. `istioctl validate` and `istioctl analyze` pass it: they read such values, and nothing of the Gateway API.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { minHealthPercent: "30" }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { minHealthPercent: 30 }
`,
};
