import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** The pods of a namespace that have a label with a value. */
export function podsWithLabel(
  graph: ObjectGraph,
  namespace: string,
  key: string,
  value: string,
): readonly VirtualPod[] {
  return byLabel(graph).get(labelKey(namespace, key, value)) ?? [];
}

const byLabel = perGraph((graph): ReadonlyMap<string, readonly VirtualPod[]> => {
  const found = new Map<string, VirtualPod[]>();
  for (const pod of virtualPods(graph)) {
    for (const [key, value] of Object.entries(pod.labels)) {
      const label = labelKey(pod.namespace, key, value);
      const known = found.get(label);
      if (known === undefined) found.set(label, [pod]);
      else known.push(pod);
    }
  }
  return found;
});

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace} ${key}=${value}`;
}
