import type { Graph, SubsetNode } from "../../graph/graph.ts";

const known = new WeakMap<readonly SubsetNode[], ReadonlyMap<string, readonly SubsetNode[]>>();

/** The subsets that are defined for a host (its full name), of all DestinationRules. */
export function subsetsOf(graph: Pick<Graph, "subsets">, host: string): readonly SubsetNode[] {
  let byHost = known.get(graph.subsets);
  if (byHost === undefined) {
    byHost = Map.groupBy(graph.subsets, (each) => each.host);
    known.set(graph.subsets, byHost);
  }
  return byHost.get(host) ?? [];
}
