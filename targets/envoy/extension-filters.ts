import type { ResolvedSite } from "./edge-site.ts";
import { extension, typed, type Fields } from "./fields.ts";
import type { Extension } from "./site/filter-schema.ts";

/** The extensions that work at one place, in the author's order. */
export function extensionFilters(
  { extensions }: Pick<ResolvedSite, "extensions">,
  before: Extension["before"],
): readonly Fields[] {
  return extensions.filter((each) => each.before === before).map(extensionFilter);
}

function extensionFilter(given: Extension): Fields {
  const filter = `heddle.extension.${given.name}`;
  if ("lua" in given) {
    const source =
      typeof given.lua === "string" ? { inline_string: given.lua } : { filename: given.lua.file };
    return extension(filter, "envoy.extensions.filters.http.lua.v3.Lua", {
      default_source_code: source,
    });
  }
  const { file, configuration, rootId, onFailure } = given.wasm;
  return extension(filter, "envoy.extensions.filters.http.wasm.v3.Wasm", {
    config: {
      name: given.name,
      ...(rootId === undefined ? {} : { root_id: rootId }),
      vm_config: {
        vm_id: given.name,
        runtime: "envoy.wasm.runtime.v8",
        code: { local: { filename: file } },
      },
      ...(configuration === undefined
        ? {}
        : { configuration: { ...typed("google.protobuf.StringValue"), value: configuration } }),
      failure_policy: onFailure === "pass" ? "FAIL_OPEN" : "FAIL_CLOSED",
    },
  });
}
