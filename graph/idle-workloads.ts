import type { Graph, WorkloadNode } from "./graph.ts";
import { perList } from "./per-list.ts";

/** Whether there is any workload of which no instance is certain: it has none, or their number is not known. */
export function hasIdle({ workloads }: Pick<Graph, "workloads">): boolean {
  return idle(workloads).size > 0;
}

/** Those of a namespace. */
export function idleIn(
  { workloads }: Pick<Graph, "workloads">,
  namespace: string,
): readonly WorkloadNode[] {
  return idle(workloads).get(namespace) ?? [];
}

const idle = perList((workloads: readonly WorkloadNode[]) => {
  const found = workloads.filter(({ replicas = 0 }) => replicas <= 0);
  return Map.groupBy(found, ({ namespace }) => namespace);
});
