import type { JsonValue } from "./json-value.ts";
import type { ExtensionPlace, FailureMode } from "./vocabulary.ts";

/**
 * Code of one's own that every request passes in the proxy. The order of the list is the order in which requests pass;
 * answers come back the other way.
 */
export type ExtensionDefinition = LuaExtensionDefinition | WasmExtensionDefinition;

interface CommonExtensionDefinition {
  /** Unique among those of its service or gateway. */
  readonly name: string;
  /** The proxy's own step that it stands before. Default `router`: the last thing before a request is sent on. */
  readonly before?: ExtensionPlace;
}

export interface LuaExtensionDefinition extends CommonExtensionDefinition {
  /**
   * Lua with `envoy_on_request`, `envoy_on_response` or both, at most 64 kB.
   * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/lua_filter
   */
  readonly lua: string;
  readonly wasm?: never;
}

export interface WasmExtensionDefinition extends CommonExtensionDefinition {
  readonly wasm: WasmModuleDefinition;
  readonly lua?: never;
}

/** A module of WebAssembly that each proxy fetches. It is pinned: another content under the same address is refused. */
export interface WasmModuleDefinition {
  /** `oci://registry/image:tag` or `https://host/module.wasm`. */
  readonly url: string;
  /** Checksum of the module or image, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Handed to the module as it is. */
  readonly config?: { readonly [key: string]: JsonValue };
  /** Docker pull Secret in the namespace of the service or gateway; only for an image. */
  readonly pullSecret?: string;
  /** What becomes of requests where it cannot be loaded, or crashes. Default `refuse`. */
  readonly onFailure?: FailureMode;
}
