import { checkAttachment } from "../checks/selectors.ts";
import {
  trafficExtensionFields,
  wasmPluginFields,
  type TrafficExtension,
  type WasmPlugin,
} from "../fields/extensions.ts";
import { defineKind } from "../kind.ts";
import { present, type Place } from "../place.ts";
import { checkTrafficMatch } from "./traffic-match.ts";
import { checkWasm } from "./wasm.ts";

export const wasmPluginKind = defineKind({
  type: "extensions.istio.io/WasmPlugin",
  versions: ["v1alpha1"],
  spec: wasmPluginFields,
  check: (spec: WasmPlugin, place) => {
    checkAttachment(spec, place);
    checkWasm(spec, place);
    checkTrafficMatch(spec.match, place.at("match"));
  },
});

export const trafficExtensionKind = defineKind({
  type: "extensions.istio.io/TrafficExtension",
  versions: ["v1alpha1"],
  spec: trafficExtensionFields,
  check: checkTrafficExtension,
});

const longestLua = 65_536;

function checkTrafficExtension(spec: TrafficExtension, place: Place): void {
  const { wasm, lua, match } = spec;
  if ((wasm === undefined) === (lua === undefined)) {
    place.error("exactly one of `wasm` and `lua` must be set");
  }
  checkAttachment(spec, place);
  present(lua, place.at("lua"), ({ inlineCode = "" }, at) => {
    if (inlineCode === "") at.error("the script has no `inlineCode`");
    else if (Buffer.byteLength(inlineCode) > longestLua) {
      at.at("inlineCode").error("the script has more than 64 kB");
    }
  });
  present(wasm, place.at("wasm"), checkWasm);
  checkTrafficMatch(match, place.at("match"));
}
