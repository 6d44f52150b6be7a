import type { z } from "zod";
import type { KubernetesObject } from "../objects/kubernetes-object.ts";
import { perObject } from "../objects/per-object.ts";
import { withoutNulls } from "./without-nulls.ts";

/** Reads the typed part of an object; `undefined` where it is of another type, or does not have the form of its kind. */
export type KindReader<Value> = (object: KubernetesObject) => Value | undefined;

/** Makes the reader of `spec` for one type (`group/Kind`) or several alike. An absent spec reads as an empty one. */
export function readSpec<Schema extends z.ZodType>(
  type: string | readonly string[],
  schema: Schema,
): KindReader<z.output<Schema>> {
  return remember(type, schema, (object) => object.raw["spec"] ?? {});
}

/** The same over the whole object, for kinds without a `spec`: Secret, ConfigMap, webhooks. */
export function readWhole<Schema extends z.ZodType>(
  type: string | readonly string[],
  schema: Schema,
): KindReader<z.output<Schema>> {
  return remember(type, schema, (object) => object.raw);
}

/** Every rule that asks gets the same answer, which is worked out once an object. */
function remember<Schema extends z.ZodType>(
  type: string | readonly string[],
  schema: Schema,
  part: (object: KubernetesObject) => unknown,
): KindReader<z.output<Schema>> {
  const types = new Set(typeof type === "string" ? [type] : type);
  const read = perObject((object) => schema.safeParse(withoutNulls(part(object))).data);
  return (object) => (types.has(object.type) ? read(object) : undefined);
}
