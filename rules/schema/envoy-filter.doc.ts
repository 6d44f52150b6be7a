import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/envoy-filter`. */
export const envoyFilterDoc: RuleDoc = {
  what: "What Istio's validation refuses in an EnvoyFilter: patches without `applyTo`, operation or value, matches of another class than the patch, filters without a name, values that are not of the type that their field has in the messages of Envoy, typed configuration without a type or with one that Istio does not know.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec:
  configPatches:
    - applyTo: HTTP_FILTER
      patch: { operation: INSERT_BEFORE }
`,
  passes: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec:
  configPatches:
    - applyTo: HTTP_FILTER
      patch:
        operation: INSERT_BEFORE
        value:
          name: lua
          typed_config:
            '@type': type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua
`,
};
