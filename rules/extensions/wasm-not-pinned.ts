import { wasmPluginSpec, wasmPluginType } from "../../graph/kinds/wasm-plugin.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** The code of a plugin is one that somebody has seen: it is named by its digest. */
export const wasmNotPinned: Rule = {
  id: "extensions/wasm-not-pinned",
  code: "HED4795",
  severity: "warning",
  summary: "the code of a WasmPlugin is named by its digest",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, wasmPluginType, find)) {
      const { url = "", sha256 = "" } = wasmPluginSpec(object) ?? {};
      if (sha256 !== "" || url === "" || url.startsWith("file:")) continue;
      if (/@sha256:[0-9a-f]{64}$/.test(url)) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "url"]),
        message: `${url} is loaded into proxies without a digest, so that it can be other code tomorrow${url.startsWith("http:") ? ", and anybody on the way can exchange it" : ""}`,
        fix: "set sha256, or end the address of the image with @sha256: and its digest",
      });
    }
  },
};
