import type { Graph } from "./graph.ts";
import type { LiftedGraph } from "./lift/lifted-graph.ts";

/**
 * Puts two graphs together, for example what is in manifests and the calls of a model. What both know (a service,
 * a workload, a subset, a call) is taken from the first one.
 */
export function joinGraphs(
  first: Graph & Partial<Pick<LiftedGraph, "unknowns" | "seen">>,
  second: Graph & Partial<Pick<LiftedGraph, "unknowns" | "seen">>,
): LiftedGraph {
  const seen = first.seen ?? second.seen;
  return {
    services: unite(first.services, second.services, (each) => each.id),
    workloads: unite(first.workloads, second.workloads, (each) => `${each.namespace}/${each.name}`),
    subsets: unite(first.subsets, second.subsets, (each) => `${each.host} ${each.name}`),
    routes: [...first.routes, ...second.routes],
    clientPolicies: [...first.clientPolicies, ...second.clientPolicies],
    receiverModes: [...first.receiverModes, ...second.receiverModes],
    access: [...first.access, ...second.access],
    listeners: [...first.listeners, ...second.listeners],
    calls: unite(first.calls, second.calls, (each) => `${each.from} ${each.to}`),
    trustDomains: [...first.trustDomains, ...second.trustDomains],
    objects: [...first.objects, ...second.objects],
    unknowns: [...(first.unknowns ?? []), ...(second.unknowns ?? [])],
    ...(seen === undefined ? {} : { seen }),
  };
}

function unite<Node>(first: readonly Node[], second: readonly Node[], key: (node: Node) => string) {
  const known = new Set(first.map(key));
  return [...first, ...second.filter((each) => !known.has(key(each)))];
}
