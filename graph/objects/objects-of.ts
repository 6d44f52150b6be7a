import type { Graph } from "../graph.ts";
import { perList } from "../per-list.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";

/** The part of a graph that questions about objects need. */
export type ObjectGraph = Pick<Graph, "objects">;

const none: readonly KubernetesObject[] = [];

/** All objects of a type (`group/Kind`: `networking.istio.io/VirtualService`, `/Service`), in the order of the input. */
export function objectsOf(graph: ObjectGraph, type: string): readonly KubernetesObject[] {
  return byType(graph.objects).get(type) ?? none;
}

const byType = perList((objects: readonly KubernetesObject[]) =>
  Map.groupBy(objects, ({ type }) => type),
);

/** The object with this name; the first where the input holds it twice. */
export function findObject(
  graph: ObjectGraph,
  type: string,
  namespace: string,
  name: string,
): KubernetesObject | undefined {
  return byName(objectsOf(graph, type)).get(namespace)?.get(name);
}

/** Of one type, by namespace and name: of most types nobody asks for a name. */
const byName = perList((objects: readonly KubernetesObject[]) => {
  const found = new Map<string, Map<string, KubernetesObject>>();
  for (const each of objects) {
    // A Namespace is in none, whatever its metadata says.
    const namespace = each.type === "/Namespace" ? "" : each.namespace;
    const own = found.get(namespace);
    if (own === undefined) found.set(namespace, new Map([[each.name, each]]));
    else if (!own.has(each.name)) own.set(each.name, each);
  }
  return found;
});

/** Whether the input holds any object of a type. */
export function hasObjects(graph: ObjectGraph, type: string): boolean {
  return objectsOf(graph, type).length > 0;
}

/** A namespace by name, where the input describes it. */
export function findNamespace(graph: ObjectGraph, name: string): KubernetesObject | undefined {
  return findObject(graph, "/Namespace", "", name);
}
