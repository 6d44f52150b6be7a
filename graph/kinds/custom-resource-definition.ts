import { z } from "zod";
import { fieldsOf } from "../../model/schema/as-written.ts";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { flag, message, messages, text } from "./fields.ts";
import { readSpec } from "./read-kind.ts";

const schema = fieldsOf({
  group: text,
  names: message({ kind: text, plural: text }),
  scope: text,
  versions: messages({ name: text, served: flag, storage: flag, deprecated: flag }),
});

export type CustomResourceDefinitionSpec = z.output<typeof schema>;

export const customResourceDefinitionType = "apiextensions.k8s.io/CustomResourceDefinition";
const read = readSpec(customResourceDefinitionType, schema);

/** What a CustomResourceDefinition says. */
export function customResourceDefinitionSpec(
  object: KubernetesObject,
): CustomResourceDefinitionSpec | undefined {
  return read(object);
}
