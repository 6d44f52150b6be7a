import { wasmPluginSpec, wasmPluginType } from "../../graph/kinds/wasm-plugin.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** A plugin that decides who comes in keeps everybody out where it cannot run. */
export const wasmFailsOpen: Rule = {
  id: "extensions/wasm-fails-open",
  code: "HED4796",
  severity: "warning",
  summary: "a WasmPlugin that authenticates or authorizes fails closed",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, wasmPluginType)) {
      const { phase = "", failStrategy } = wasmPluginSpec(object) ?? {};
      if (failStrategy !== "FAIL_OPEN" || (phase !== "AUTHN" && phase !== "AUTHZ")) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "failStrategy"]),
        message: `the plugin is of phase ${phase} and has FAIL_OPEN: while it cannot be loaded or has crashed, every request passes`,
        fix: "remove failStrategy: FAIL_CLOSE is the default",
      });
    }
  },
};
