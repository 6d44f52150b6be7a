import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { wasmPluginKind } from "./extensions/kinds.ts";

/** Everything that Istio's validation refuses in a WasmPlugin. */
export const wasmPlugin: Rule = {
  id: "schema/wasm-plugin",
  code: "HED4336",
  severity: "error",
  summary: "a WasmPlugin is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(wasmPluginKind, "error"),
};
