import type { Graph, ServiceNode, WorkloadNode } from "../../graph/graph.ts";
import { workloadsOf } from "../../graph/query.ts";

const known = new WeakMap<readonly WorkloadNode[], ReadonlyMap<string, readonly WorkloadNode[]>>();

/** The workloads that a service selects; looks only at those of its namespace that share a label with it. */
export function workloadsOfService(
  graph: Pick<Graph, "workloads">,
  service: Pick<ServiceNode, "namespace" | "selector">,
): readonly WorkloadNode[] {
  const [pair] = Object.entries(service.selector ?? {});
  if (pair === undefined) return workloadsOf(graph, service);
  const near = indexOf(graph.workloads).get(`${service.namespace} ${pair.join("=")}`) ?? [];
  return workloadsOf({ workloads: near }, service);
}

function indexOf(workloads: readonly WorkloadNode[]) {
  const found = known.get(workloads);
  if (found !== undefined) return found;
  const byLabel = new Map<string, WorkloadNode[]>();
  for (const each of workloads) {
    for (const [key, value] of Object.entries(each.labels)) {
      const place = `${each.namespace} ${key}=${value}`;
      const there = byLabel.get(place);
      if (there === undefined) byLabel.set(place, [each]);
      else there.push(each);
    }
  }
  known.set(workloads, byLabel);
  return byLabel;
}
