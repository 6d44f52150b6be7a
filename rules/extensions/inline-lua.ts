import { envoyFilterSpec, envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Code that runs in proxies is not written inside a manifest. */
export const inlineLua: Rule = {
  id: "extensions/inline-lua",
  code: "HED4797",
  severity: "info",
  summary: "no Lua code is written inside an EnvoyFilter",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, envoyFilterType)) {
      for (const [index, { patch }] of (envoyFilterSpec(object)?.configPatches ?? []).entries()) {
        if (patch?.operation === "REMOVE" || !holdsLua(patch?.value)) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "configPatches", index, "patch", "value"]),
          message: "runs Lua code that is written here, which nothing tests or reviews",
          fix: "use a field of Istio that does the same, or a WasmPlugin with a digest",
        });
      }
    }
  },
};

const fields: ReadonlySet<string> = new Set(["inlineCode", "inline_code"]);

/** Whether a patch has code of Lua, in the field of today or in the one before it. */
function holdsLua(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]: readonly [string, unknown]) =>
      (fields.has(key) && typeof inner === "string") ||
      (/^inline_?string$/i.test(key) && typeof inner === "string" && isLua(inner)) ||
      holdsLua(inner),
  );
}

function isLua(text: string): boolean {
  return /\bfunction\s+envoy_on_(?:request|response)\b/.test(text);
}
