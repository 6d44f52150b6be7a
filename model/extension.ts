import type { JsonValue } from "./json-value.ts";
import type { ExtensionPlace, FailureMode } from "./vocabulary.ts";

/** Code of one's own in a proxy, after parsing. A list of them is in the order in which requests pass. */
export type Extension = LuaExtension | WasmExtension;

export interface LuaExtension {
  readonly kind: "lua";
  readonly name: string;
  readonly before: ExtensionPlace;
  readonly source: string;
}

export interface WasmExtension {
  readonly kind: "wasm";
  readonly name: string;
  readonly before: ExtensionPlace;
  readonly url: string;
  readonly sha256: string;
  readonly config: { readonly [key: string]: JsonValue };
  /** Undefined: the registry asks for nothing. */
  readonly pullSecret?: string;
  readonly onFailure: FailureMode;
}
