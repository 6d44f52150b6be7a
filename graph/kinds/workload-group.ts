import { z } from "zod";
import { fieldsOf, mapOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { anything, message, text, textMap, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const schema = fieldsOf({
  metadata: message({ labels: textMap, annotations: textMap }),
  template: message({
    address: text,
    ports: mapOf(whole).optional(),
    labels: textMap,
    network: text,
    locality: text,
    weight: whole,
    serviceAccount: text,
  }),
  probe: anything,
});

export type WorkloadGroupSpec = z.output<typeof schema>;

export const workloadGroupType = "networking.istio.io/WorkloadGroup";
const read = readSpec(workloadGroupType, schema);

/** What a WorkloadGroup says. */
export function workloadGroupSpec(object: KubernetesObject): WorkloadGroupSpec | undefined {
  return read(object);
}
