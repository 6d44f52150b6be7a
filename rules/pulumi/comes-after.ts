import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

const byUrn = perGraph(
  ({ objects }) =>
    new Map(objects.flatMap(({ stack }) => (stack === undefined ? [] : [[stack.urn, stack]]))),
);

/**
 * Whether Pulumi makes an object after another one. A dependency on something that is no object, such as a component,
 * may stand for anything, and is taken to do so.
 */
export function comesAfter(
  graph: ObjectGraph,
  { stack }: KubernetesObject,
  other: KubernetesObject,
): boolean {
  const known = byUrn(graph);
  const seen = new Set<string>();
  const open = [...(stack?.dependencies ?? [])];
  for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
    if (seen.has(urn)) continue;
    seen.add(urn);
    if (urn === other.stack?.urn) return true;
    const found = known.get(urn);
    if (found === undefined) return true;
    open.push(...found.dependencies);
  }
  return false;
}
