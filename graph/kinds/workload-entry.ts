import { z } from "zod";
import { fieldsOf, mapOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { text, textMap, whole } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const schema = fieldsOf({
  address: text,
  ports: mapOf(whole).optional(),
  labels: textMap,
  network: text,
  locality: text,
  weight: whole,
  serviceAccount: text,
});

export type WorkloadEntrySpec = z.output<typeof schema>;

export const workloadEntryType = "networking.istio.io/WorkloadEntry";
const read = readSpec(workloadEntryType, schema);

/** What a WorkloadEntry says. */
export function workloadEntrySpec(object: KubernetesObject): WorkloadEntrySpec | undefined {
  return read(object);
}
