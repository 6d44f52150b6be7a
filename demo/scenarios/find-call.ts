import type { CallEdge, Graph } from "../../graph/graph.ts";

/** A call of the mesh with the names of its two services. */
export interface NamedCall {
  readonly from: string;
  readonly to: string;
  readonly edge: CallEdge;
}

/** The first call, by name, that fits; throws when the mesh has none, for then the scenario shows nothing. */
export function findCall(
  graph: Graph,
  wanted: string,
  fits: (edge: CallEdge) => boolean,
): NamedCall {
  const [edge] = graph.calls
    .filter(fits)
    .sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
  if (edge === undefined) throw new Error(`the mesh has no call with ${wanted}`);
  return { from: nameOf(edge.from), to: nameOf(edge.to), edge };
}

function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}
