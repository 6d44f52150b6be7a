import type { Graph, ServiceNode, SubsetNode, WorkloadNode } from "../../graph/graph.ts";
import { perList } from "../../graph/per-list.ts";
import { workloadsOf } from "../../graph/query.ts";
import { matchesHost } from "../find-service.ts";

/** What the hosts of client policies lead to, found without looking at everything each time. */
export interface Targets {
  /** The services that a host, or a pattern of hosts, means. */
  servicesOf(host: string): readonly ServiceNode[];
  workloadsOf(service: ServiceNode): readonly WorkloadNode[];
  subsetOf(host: string, name: string | undefined): SubsetNode | undefined;
}

const byHost = perList((services: readonly ServiceNode[]) =>
  Map.groupBy(services, ({ host }) => host),
);

const byName = perList(
  (subsets: readonly SubsetNode[]) =>
    new Map(subsets.map((each) => [`${each.host} ${each.name}`, each])),
);

/** Indexes services by host, subsets by name, and workloads by namespace and label. */
export function indexTargets(graph: Pick<Graph, "services" | "subsets" | "workloads">): Targets {
  const { services, subsets, workloads } = graph;
  return {
    servicesOf: (host) =>
      host.startsWith("*")
        ? services.filter((each) => matchesHost(host, each.host))
        : (byHost(services).get(host) ?? []),
    // An empty selector is that of a Service whose endpoints somebody else writes.
    workloadsOf: (service) =>
      Object.keys(service.selector ?? {}).length === 0 ? [] : workloadsOf({ workloads }, service),
    subsetOf: (host, name) =>
      name === undefined ? undefined : byName(subsets).get(`${host} ${name}`),
  };
}
