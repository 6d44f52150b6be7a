import type { CallEdge, Graph } from "./graph.ts";

/** Paths that one walk returns at most: a dense graph has more than anybody can read. */
export const maxPaths = 10_000;

/**
 * Every longest path along declared calls: from a service that nobody calls, or from inside a cycle that nothing else
 * leads to, down to a service that calls nobody. A path ends before it would take a service for the second time.
 * Sorted, and cut after `maxPaths`.
 */
export function pathsThroughCalls(graph: Pick<Graph, "calls">): readonly (readonly CallEdge[])[] {
  const calls = [...graph.calls].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  const from = Map.groupBy(calls, (call) => call.from);
  const paths: (readonly CallEdge[])[] = [];
  const reached = new Set<string>();
  const walk = (path: readonly CallEdge[], at: string, taken: ReadonlySet<string>): void => {
    reached.add(at);
    if (paths.length >= maxPaths) return;
    const next = (from.get(at as CallEdge["from"]) ?? []).filter(({ to }) => !taken.has(to));
    for (const call of next) walk([...path, call], call.to, new Set([...taken, call.to]));
    if (next.length === 0 && path.length > 0) paths.push(path);
  };
  const callees = new Set(calls.map(({ to }) => to));
  const entrances = [...from.keys()].filter((each) => !callees.has(each));
  for (const start of entrances) walk([], start, new Set([start]));
  for (const start of from.keys()) if (!reached.has(start)) walk([], start, new Set([start]));
  return paths;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
