import { z } from "zod";
import { fieldsOf, mapOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { messages, text, textMap, texts, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";
import { istioPort, workloadSelector } from "./shared.ts";
const schema = fieldsOf({
  hosts: texts,
  addresses: texts,
  ports: messages(istioPort),
  location: text,
  resolution: text,
  endpoints: messages({
    address: text,
    ports: mapOf(whole).optional(),
    labels: textMap,
    network: text,
    locality: text,
    weight: whole,
    serviceAccount: text,
  }),
  workloadSelector,
  exportTo: texts,
  subjectAltNames: texts,
});

export type ServiceEntrySpec = z.output<typeof schema>;

export const serviceEntryType = "networking.istio.io/ServiceEntry";
const read = readSpec(serviceEntryType, schema);

/** What a ServiceEntry says. */
export function serviceEntrySpec(object: KubernetesObject): ServiceEntrySpec | undefined {
  return read(object);
}
