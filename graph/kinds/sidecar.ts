import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { message, messages, text, texts } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { connectionPool, destination, istioPort, serverTls, workloadSelector } from "./shared.ts";
const schema = fieldsOf({
  workloadSelector,
  ingress: messages({
    port: message(istioPort),
    bind: text,
    captureMode: text,
    defaultEndpoint: text,
    tls: serverTls,
    connectionPool,
  }),
  egress: messages({ port: message(istioPort), bind: text, captureMode: text, hosts: texts }),
  outboundTrafficPolicy: message({ mode: text, egressProxy: destination }),
  inboundConnectionPool: connectionPool,
});

export type SidecarSpec = z.output<typeof schema>;

export const sidecarType = "networking.istio.io/Sidecar";
const read = readSpec(sidecarType, schema);

/** What a Sidecar says. */
export function sidecarSpec(object: KubernetesObject): SidecarSpec | undefined {
  return read(object);
}
