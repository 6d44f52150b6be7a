import { perList } from "../per-list.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "./objects-of.ts";

const none: readonly KubernetesObject[] = [];

/**
 * The objects of a type that say at least one of these fields, at any depth outside their metadata, in the order of the
 * input. Most rules are about a field that few objects have, and need not look at the others.
 */
export function objectsWith(
  graph: ObjectGraph,
  type: string,
  ...fields: readonly string[]
): readonly KubernetesObject[] {
  return among(objectsOf(graph, type), fields);
}

/** The same for a list of objects of one type that is at hand. Lists of a graph never change. */
export function among(
  objects: readonly KubernetesObject[],
  fields: readonly string[],
): readonly KubernetesObject[] {
  if (objects.length === 0) return none;
  const index = byField(objects);
  const found = fields.flatMap((field) => {
    const own = index.get(field);
    return own === undefined ? [] : [own];
  });
  const [first = none] = found;
  if (found.length < 2) return first;
  const any = new Set(found.flat());
  return objects.filter((each) => any.has(each));
}

const byField = perList((objects: readonly KubernetesObject[]) => {
  const index = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    for (const key in object.raw) {
      if (key !== "metadata") addField(key, object.raw[key], object, index);
    }
  }
  return index;
});

function addField(
  key: string,
  value: unknown,
  object: KubernetesObject,
  index: Map<string, KubernetesObject[]>,
): void {
  const own = index.get(key);
  if (own === undefined) index.set(key, [object]);
  else if (own.at(-1) !== object) own.push(object);
  addBelow(value, object, index);
}

function addBelow(
  value: unknown,
  object: KubernetesObject,
  index: Map<string, KubernetesObject[]>,
): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) addBelow(each, object, index);
    return;
  }
  // Without a list of the keys, which would be most of what looking costs.
  for (const key in value) {
    addField(key, (value as Readonly<Record<string, unknown>>)[key], object, index);
  }
}
