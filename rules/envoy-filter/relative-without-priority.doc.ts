import type { RuleDoc } from "../rule.ts";

/** Text and examples of `envoy-filter/relative-without-priority`. */
export const relativeWithoutPriorityDoc: RuleDoc = {
  inventory: ["envoyfilter-ops"],
  what: "An EnvoyFilter with a patch that depends on other filters (INSERT_BEFORE, INSERT_AFTER, REPLACE, REMOVE) sets `priority`.",
  why: "Without a priority the order is that of creation and of names. The patch may come before the filter that it refers to, and is then dropped without a word.",
  fails: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec:
  workloadSelector: { labels: { app: cart } }
  configPatches:
    - applyTo: HTTP_FILTER
      match: { context: SIDECAR_INBOUND }
      patch:
        operation: INSERT_BEFORE
        value:
          name: envoy.filters.http.lua
          typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua }
`,
  passes: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec:
  priority: 10
  workloadSelector: { labels: { app: cart } }
  configPatches:
    - applyTo: HTTP_FILTER
      match: { context: SIDECAR_INBOUND }
      patch:
        operation: INSERT_BEFORE
        value:
          name: envoy.filters.http.lua
          typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua }
`,
};
