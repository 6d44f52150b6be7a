import type { Extension, ExtensionPlace } from "../../model/index.ts";
import { extension, type Fields } from "./fields.ts";
import { isFetched, wasmModule } from "./wasm-module.ts";

/**
 * What of a gateway's own code stands before one of the proxy's own steps, in its order. Modules in images are a loss that
 * was reported.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/lua_filter
 */
export function gatewayExtensions(
  extensions: readonly Extension[],
  before: ExtensionPlace,
): readonly Fields[] {
  return extensions.flatMap((each) => {
    if (each.before !== before) return [];
    if (each.kind === "wasm") return isFetched(each) ? [wasmModule(each)] : [];
    const type = "envoy.extensions.filters.http.lua.v3.Lua";
    const script = { default_source_code: { inline_string: each.source } };
    return [extension(`envoy.filters.http.lua.${each.name}`, type, script)];
  });
}
