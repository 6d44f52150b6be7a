import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** An object, and the labels that it selects pods of its namespace by. */
export interface Selecting {
  readonly object: KubernetesObject;
  readonly labels: Readonly<Record<string, string>>;
}

/** An object that selects a pod which others select too. */
export interface Overlap {
  readonly object: KubernetesObject;
  readonly others: readonly KubernetesObject[];
  readonly pod: VirtualPod;
}

/** Each object that shares a pod with another one, once, with the first pod that they share. */
export function overlapsOf(graph: ObjectGraph, all: readonly Selecting[]): readonly Overlap[] {
  const byPod = new Map<VirtualPod, KubernetesObject[]>();
  for (const { object, labels } of all) {
    for (const pod of podsSelectedBy(graph, object.namespace, labels)) {
      const sharing = byPod.get(pod);
      if (sharing === undefined) byPod.set(pod, [object]);
      else sharing.push(object);
    }
  }
  const overlaps = new Map<KubernetesObject, Overlap>();
  for (const [pod, objects] of byPod) {
    if (objects.length < 2) continue;
    for (const object of objects) {
      if (overlaps.has(object)) continue;
      const others = othersThan(object, objects);
      if (others.length > 0) overlaps.set(object, { object, others, pod });
    }
  }
  return [...overlaps.values()];
}

/** Groups of two or more objects in one namespace. */
export function sharingNamespace(
  objects: readonly KubernetesObject[],
): readonly (readonly KubernetesObject[])[] {
  const groups = Map.groupBy(objects, ({ namespace }) => namespace);
  return [...groups.values()].filter((group) => new Set(group.map(({ name }) => name)).size > 1);
}

/** The others of a group; other states of the same object are none. */
export function othersThan(
  object: KubernetesObject,
  group: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  return group.filter((each) => !isSameObject(each, object));
}

/** The first names of a list, for messages. */
export function printNames(objects: readonly KubernetesObject[]): string {
  const names = objects.slice(0, 5).map(({ name }) => name);
  const rest = objects.length - names.length;
  return names.join(", ") + (rest > 0 ? ` and ${String(rest)} more` : "");
}
