import type { RuleDoc } from "../rule.ts";

const filter = (value: string) => `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: shop }
spec:
  workloadSelector: { labels: { app: cart } }
  configPatches:
    - applyTo: HTTP_FILTER
      match: { context: SIDECAR_INBOUND, listener: { filterChain: { filter: { name: envoy.filters.network.http_connection_manager } } } }
      patch:
        operation: INSERT_FIRST
        value: { ${value} }
`;

/** Text and examples of `extensions/inline-lua`. */
export const inlineLuaDoc: RuleDoc = {
  inventory: ["lua-inline"],
  what: "No patch of an EnvoyFilter holds the text of a Lua program.",
  why: "A program inside a manifest is neither tested nor reviewed as code, and an error in it breaks every request of the proxies that load it.",
  fails: filter(
    'name: envoy.filters.http.lua, typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua, inlineCode: "function envoy_on_request(handle) end" }',
  ),
  passes: filter(
    'name: envoy.filters.http.grpc_web, typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.grpc_web.v3.GrpcWeb }',
  ),
};
