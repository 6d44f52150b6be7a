import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { textMap } from "./fields.ts";
import { readWhole } from "./read-kind.ts";

const schema = fieldsOf({ data: textMap, binaryData: textMap });

export type ConfigMapContent = z.output<typeof schema>;

export const configMapType = "/ConfigMap";
const read = readWhole(configMapType, schema);

/** What a ConfigMap holds. */
export function configMapContent(object: KubernetesObject): ConfigMapContent | undefined {
  return read(object);
}
