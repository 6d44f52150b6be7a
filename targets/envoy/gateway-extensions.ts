import type { Extension, ExtensionPlace } from "../../model/index.ts";
import { extension, type Fields } from "./fields.ts";

/**
 * Scripts of a gateway that stand before one of the proxy's own steps, in their order. Modules of WebAssembly are a loss
 * that was reported.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/lua_filter
 */
export function gatewayExtensions(
  extensions: readonly Extension[],
  before: ExtensionPlace,
): readonly Fields[] {
  return extensions.flatMap((each) => {
    if (each.kind !== "lua" || each.before !== before) return [];
    const type = "envoy.extensions.filters.http.lua.v3.Lua";
    const script = { default_source_code: { inline_string: each.source } };
    return [extension(`envoy.filters.http.lua.${each.name}`, type, script)];
  });
}
