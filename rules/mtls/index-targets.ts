import type { Graph, ServiceNode, SubsetNode, WorkloadNode } from "../../graph/graph.ts";
import { selects } from "../../graph/query.ts";
import { matchesHost } from "../find-service.ts";

/** What the hosts of client policies lead to, found without looking at everything each time. */
export interface Targets {
  /** The services that a host, or a pattern of hosts, means. */
  servicesOf(host: string): readonly ServiceNode[];
  workloadsOf(service: ServiceNode): readonly WorkloadNode[];
  subsetOf(host: string, name: string | undefined): SubsetNode | undefined;
}

/** Indexes services by host, subsets by name, and workloads by namespace and label. */
export function indexTargets(graph: Pick<Graph, "services" | "subsets" | "workloads">): Targets {
  const { services, subsets, workloads } = graph;
  const byHost = Map.groupBy(services, ({ host }) => host);
  const byName = new Map(subsets.map((each) => [`${each.host} ${each.name}`, each]));
  const byLabel = new Map<string, WorkloadNode[]>();
  for (const workload of workloads) {
    for (const [key, value] of Object.entries(workload.labels)) {
      const place = `${workload.namespace} ${key}=${value}`;
      const list = byLabel.get(place);
      if (list === undefined) byLabel.set(place, [workload]);
      else list.push(workload);
    }
  }
  return {
    servicesOf: (host) =>
      host.startsWith("*")
        ? services.filter((each) => matchesHost(host, each.host))
        : (byHost.get(host) ?? []),
    workloadsOf({ namespace, selector = {} }) {
      const lists = Object.entries(selector).map(
        ([key, value]) => byLabel.get(`${namespace} ${key}=${value}`) ?? [],
      );
      const [first = []] = lists.sort((a, b) => a.length - b.length);
      return first.filter(({ labels }) => selects(selector, labels));
    },
    subsetOf: (host, name) => (name === undefined ? undefined : byName.get(`${host} ${name}`)),
  };
}
