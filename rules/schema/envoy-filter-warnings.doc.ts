import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/envoy-filter-warnings`. */
export const envoyFilterWarningsDoc: RuleDoc = {
  inventory: ["envoyfilter-used"],
  what: "What Istio's validation warns of in an EnvoyFilter: that it is one, a selector without labels, matches of filters without effect, deprecated names of filters, filters without typed configuration.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec:
  configPatches: []
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: cart, namespace: shop }
spec:
  egress:
    - hosts: ['./*']
`,
};
