import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The Protobuf messages of Envoy, as Istio knows them. */
export interface EnvoyTypes {
  /** `istio.io/istio` and its version: what the data was made from. */
  readonly source: string;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /**
   * Fields by their name in JSON, with their types: `uint32`, `[]string`, `{string}envoy.type.v3.Percent`. `null` for a
   * message that is known and not described.
   */
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>> | null>>;
}

let types: EnvoyTypes | undefined;

/**
 * Read from the file beside this one when the first patch needs it, not when the rules are loaded: it has 1,900 messages,
 * and most meshes have no EnvoyFilter. `tools/go/istio/envoy-types` makes it.
 */
export function envoyTypes(): EnvoyTypes {
  types ??= JSON.parse(
    readFileSync(join(import.meta.dirname, "envoy-types.json"), "utf8"),
  ) as EnvoyTypes;
  return types;
}
