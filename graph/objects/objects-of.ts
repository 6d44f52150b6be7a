import type { Graph } from "../graph.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";

/** The part of a graph that questions about objects need. */
export type ObjectGraph = Pick<Graph, "objects">;

interface ObjectIndex {
  readonly byType: ReadonlyMap<string, readonly KubernetesObject[]>;
  readonly byName: ReadonlyMap<string, KubernetesObject>;
}

const indexes = new WeakMap<readonly KubernetesObject[], ObjectIndex>();
const none: readonly KubernetesObject[] = [];

/** All objects of a type (`group/Kind`: `networking.istio.io/VirtualService`, `/Service`), in the order of the input. */
export function objectsOf(graph: ObjectGraph, type: string): readonly KubernetesObject[] {
  return indexOf(graph).byType.get(type) ?? none;
}

/** The object with this name; the first where the input holds it twice. */
export function findObject(
  graph: ObjectGraph,
  type: string,
  namespace: string,
  name: string,
): KubernetesObject | undefined {
  return indexOf(graph).byName.get(`${type} ${namespace}/${name}`);
}

/** Whether the input holds any object of a type. */
export function hasObjects(graph: ObjectGraph, type: string): boolean {
  return objectsOf(graph, type).length > 0;
}

/** A namespace by name, where the input describes it. */
export function findNamespace(graph: ObjectGraph, name: string): KubernetesObject | undefined {
  return findObject(graph, "/Namespace", "", name);
}

function indexOf({ objects }: ObjectGraph): ObjectIndex {
  const known = indexes.get(objects);
  if (known !== undefined) return known;
  const byType = new Map<string, KubernetesObject[]>();
  const byName = new Map<string, KubernetesObject>();
  for (const each of objects) {
    const sameType = byType.get(each.type);
    if (sameType === undefined) byType.set(each.type, [each]);
    else sameType.push(each);
    // A Namespace is in none, whatever its metadata says.
    const namespace = each.type === "/Namespace" ? "" : each.namespace;
    const key = `${each.type} ${namespace}/${each.name}`;
    if (!byName.has(key)) byName.set(key, each);
  }
  const index = { byType, byName };
  indexes.set(objects, index);
  return index;
}
