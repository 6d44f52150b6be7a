import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { flag, messages, portRef, text, textMap, texts, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const schema = fieldsOf({
  type: text,
  clusterIP: text,
  clusterIPs: texts,
  selector: textMap,
  externalName: text,
  externalIPs: texts,
  ports: messages({
    name: text,
    protocol: text,
    appProtocol: text,
    port: whole,
    targetPort: portRef,
    nodePort: whole,
  }),
  publishNotReadyAddresses: flag,
  sessionAffinity: text,
  internalTrafficPolicy: text,
  externalTrafficPolicy: text,
  loadBalancerSourceRanges: texts,
});

export type ServiceSpec = z.output<typeof schema>;

export const serviceType = "/Service";
const read = readSpec(serviceType, schema);

/** What a Kubernetes Service says. */
export function serviceSpec(object: KubernetesObject): ServiceSpec | undefined {
  return read(object);
}
