import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { message, messages, text } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { labelSelector, targetRef } from "./shared.ts";
const schema = fieldsOf({
  selector: labelSelector,
  targetRef: message(targetRef),
  targetRefs: messages(targetRef),
  url: text,
  sha256: text,
  phase: text,
  failStrategy: text,
});

export type WasmPluginSpec = z.output<typeof schema>;

export const wasmPluginType = "extensions.istio.io/WasmPlugin";
const read = readSpec(wasmPluginType, schema);

/** What a WasmPlugin says. */
export function wasmPluginSpec(object: KubernetesObject): WasmPluginSpec | undefined {
  return read(object);
}
