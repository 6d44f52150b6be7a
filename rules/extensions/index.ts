import { inlineLua } from "./inline-lua.ts";
import { wasmFailsOpen } from "./wasm-fails-open.ts";
import { wasmNotPinned } from "./wasm-not-pinned.ts";
import type { Rule } from "../rule.ts";

/** The rules of `extensions/`. */
export const extensionsRules: readonly Rule[] = [inlineLua, wasmFailsOpen, wasmNotPinned];
