import type { RuleDoc } from "../rule.ts";

/** Text and examples of `envoy-filter/operation-without-effect`. */
export const operationWithoutEffectDoc: RuleDoc = {
  inventory: ["envoyfilter-ops"],
  what: "REPLACE is used for filters and virtual hosts only, and ADD and REMOVE not for ROUTE_CONFIGURATION and HTTP_ROUTE.",
  why: "Istio ignores the patch. What it was to protect or to repair stays as it is.",
  fails: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec:
  workloadSelector: { labels: { app: cart } }
  configPatches:
    - applyTo: HTTP_ROUTE
      patch:
        operation: ADD
        value: { name: extra }
`,
  passes: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec:
  workloadSelector: { labels: { app: cart } }
  configPatches:
    - applyTo: HTTP_ROUTE
      patch:
        operation: MERGE
        value: { name: extra }
`,
};
