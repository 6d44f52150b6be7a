import { z } from "zod";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { anything, message, text, textMap, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const schema = z.looseObject({
  metadata: message({ labels: textMap, annotations: textMap }),
  template: message({
    address: text,
    ports: z.record(z.string(), whole).optional(),
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
