import { z } from "zod";
import type { JsonValue } from "../json-value.ts";
import { extensionPlaces, failureModes } from "../vocabulary.ts";
import { list, oneOf, strict, text } from "./field.ts";
import { textFormats } from "./text-format.ts";

/** Longest script that the proxies' control plane takes. */
const longestScript = 65_536;
const scriptError =
  "Lua of at most 65536 characters with a function envoy_on_request or envoy_on_response";
const script = z
  .string({ error: scriptError })
  .max(longestScript, { error: scriptError })
  .regex(/\benvoy_on_(?:request|response)\b/, { error: scriptError });

// The type says what `z.json` reads; its own one cannot be read-only.
const json = z.json({ error: "a value of JSON" }) as unknown as z.ZodType<JsonValue, JsonValue>;

const wasm = strict({
  url: text(textFormats.wasmUrl),
  sha256: text(textFormats.sha256),
  config: z.record(z.string(), json, { error: "a map of any values" }).optional(),
  pullSecret: text(textFormats.secret).optional(),
  onFailure: oneOf(failureModes).optional(),
}).refine(({ url, pullSecret }) => pullSecret === undefined || url.startsWith("oci://"), {
  path: ["pullSecret"],
  error: "only where the url is an image, oci://…",
  params: { got: "a pull Secret for what is no image", fix: "remove pullSecret" },
});

const common = {
  name: text(textFormats.version),
  before: oneOf(extensionPlaces).optional(),
};

const extension = z.union([strict({ ...common, lua: script }), strict({ ...common, wasm })], {
  error: '{"name", "lua"} or {"name", "wasm"}, with "before"',
});

/** Code of one's own in the proxies of a service or gateway, in order. */
export const extensionsSchema = list(extension, "a list of extensions").min(1, {
  error: "at least one extension",
});

export type ExtensionInput = z.output<typeof extension>;
