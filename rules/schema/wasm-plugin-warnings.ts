import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { wasmPluginKind } from "./extensions/kinds.ts";

/** What Istio's validation warns of in a WasmPlugin. */
export const wasmPluginWarnings: Rule = {
  id: "schema/wasm-plugin-warnings",
  code: "HED4337",
  severity: "warning",
  summary: "the selector of a WasmPlugin has labels",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(wasmPluginKind, "warning"),
};
