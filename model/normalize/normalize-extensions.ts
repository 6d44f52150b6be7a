import type { Extension } from "../extension.ts";
import type { ExtensionInput } from "../schema/extension-schema.ts";
import { sortedJson, sortedMap } from "./sorted.ts";

/** Fills in the defaults of extensions. Their order has a meaning, and stays. */
export function normalizeExtensions(
  input: readonly ExtensionInput[] | undefined,
): readonly Extension[] {
  return (input ?? []).map(normalizeExtension);
}

function normalizeExtension(input: ExtensionInput): Extension {
  const { name, before = "router" } = input;
  if ("lua" in input) return { kind: "lua", name, before, source: input.lua };
  const { url, sha256, config, pullSecret, onFailure } = input.wasm;
  return {
    kind: "wasm",
    name,
    before,
    url,
    sha256,
    config: sortedMap(config, sortedJson),
    ...(pullSecret === undefined ? {} : { pullSecret }),
    onFailure: onFailure ?? "refuse",
  };
}
