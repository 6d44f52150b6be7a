import { inlineLuaDoc } from "./inline-lua.doc.ts";
import { wasmFailsOpenDoc } from "./wasm-fails-open.doc.ts";
import { wasmNotPinnedDoc } from "./wasm-not-pinned.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `extensions/`, by id. */
export const extensionsDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["extensions/inline-lua", inlineLuaDoc],
  ["extensions/wasm-fails-open", wasmFailsOpenDoc],
  ["extensions/wasm-not-pinned", wasmNotPinnedDoc],
];
