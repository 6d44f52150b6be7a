import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { message, messages, text, textMap, texts } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { istioPort, serverTls } from "./shared.ts";
const schema = fieldsOf({
  selector: textMap,
  servers: messages({
    port: message(istioPort),
    bind: text,
    hosts: texts,
    tls: serverTls,
    defaultEndpoint: text,
    name: text,
  }),
});

export type GatewaySpec = z.output<typeof schema>;

export const gatewayType = "networking.istio.io/Gateway";
const read = readSpec(gatewayType, schema);

/** What a Gateway of Istio says. */
export function gatewaySpec(object: KubernetesObject): GatewaySpec | undefined {
  return read(object);
}
