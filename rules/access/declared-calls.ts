import type { CallEdge, Graph, ServiceId, ServiceNode } from "../../graph/graph.ts";
import { perList } from "../../graph/per-list.ts";
import { workloadsOf } from "../../graph/query.ts";

type Read = Pick<Graph, "services" | "workloads" | "calls">;

/** Who calls what, and who is who, of the services that take part in declared calls. */
export function declaredCalls(graph: Read) {
  const byId = servicesById(graph.services);
  const callers = callersById(graph.calls);
  const parts = new Set(graph.calls.flatMap(({ from, to }) => [from, to]));
  const identities = new Map<string, ServiceId>();
  for (const id of parts) {
    const service = byId.get(id);
    if (service === undefined || service.external) continue;
    const { namespace, name } = service;
    const accounts = workloadsOf(graph, service).map((each) => each.serviceAccount);
    for (const account of accounts.length === 0 ? [name] : accounts) {
      identities.set(`ns/${namespace}/sa/${account}`, id);
    }
  }
  return { byId, callers, identities };
}

const servicesById = perList(
  (all: readonly ServiceNode[]) => new Map(all.map((one) => [one.id, one])),
);
const callersById = perList((calls: readonly CallEdge[]) => {
  const callers = new Map<ServiceId, Set<ServiceId>>();
  for (const { from, to } of calls) callers.set(to, (callers.get(to) ?? new Set()).add(from));
  return callers;
});
