import type { ValueOf } from "../read/decoding.ts";
import { list, message, struct } from "../read/shapes.ts";
import { int32, oneOf, text, uint32 } from "../read/words.ts";
import { attachment, labelSelector, targetRef } from "./common.ts";

const trafficMatch = list(
  message({
    mode: oneOf("UNDEFINED", "CLIENT", "SERVER", "CLIENT_AND_SERVER"),
    ports: list(message({ number: uint32 })),
  }),
);

const wasm = {
  url: text,
  sha256: text,
  imagePullPolicy: oneOf("UNSPECIFIED_POLICY", "IfNotPresent", "Always"),
  imagePullSecret: text,
  verificationKey: text,
  pluginConfig: struct,
  pluginName: text,
  failStrategy: oneOf("FAIL_CLOSE", "FAIL_OPEN", "FAIL_RELOAD"),
  type: oneOf("UNSPECIFIED_PLUGIN_TYPE", "HTTP", "NETWORK"),
  vmConfig: message({
    env: list(message({ name: text, valueFrom: oneOf("INLINE", "HOST"), value: text })),
  }),
} as const;

export const wasmPluginFields = message({
  ...attachment,
  ...wasm,
  phase: oneOf("UNSPECIFIED_PHASE", "AUTHN", "AUTHZ", "STATS"),
  priority: int32,
  match: trafficMatch,
});

const wasmFields = message(wasm);

export const trafficExtensionFields = message({
  selector: labelSelector,
  targetRefs: list(targetRef),
  phase: oneOf("UNSPECIFIED", "AUTHN", "AUTHZ", "STATS"),
  priority: int32,
  match: trafficMatch,
  lua: message({ inlineCode: text }),
  wasm: wasmFields,
});

export type WasmPlugin = ValueOf<typeof wasmPluginFields>;
export type Wasm = ValueOf<typeof wasmFields>;
export type TrafficExtension = ValueOf<typeof trafficExtensionFields>;
export type TrafficMatch = ValueOf<typeof trafficMatch>;
