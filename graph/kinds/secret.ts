import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { text, textMap } from "./fields.ts";
import { readWhole } from "./read-kind.ts";

const schema = fieldsOf({ type: text, data: textMap, stringData: textMap });

export type SecretContent = z.output<typeof schema>;

export const secretType = "/Secret";
const read = readWhole(secretType, schema);

/** What a Secret holds: `data` is base64. Never print a value of it. */
export function secretContent(object: KubernetesObject): SecretContent | undefined {
  return read(object);
}
