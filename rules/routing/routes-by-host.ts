import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { routeDestinations } from "./route-destinations.ts";

/** What VirtualServices send to each host, by its full name: the subsets that they name. */
export const routedSubsets: (graph: ObjectGraph) => ReadonlyMap<string, ReadonlySet<string>> =
  perGraph((graph) => {
    const byHost = new Map<string, Set<string>>();
    for (const object of objectsOf(graph, virtualServiceType)) {
      for (const { full, subset } of routeDestinations(object)) {
        let there = byHost.get(full);
        if (there === undefined) byHost.set(full, (there = new Set()));
        if (subset !== undefined) there.add(subset);
      }
    }
    return byHost;
  });

/** The VirtualServices that say how a gateway serves a host, by `gateway host`, in full names. */
export const servedHosts: (graph: ObjectGraph) => ReadonlyMap<string, readonly KubernetesObject[]> =
  perGraph((graph) => {
    const byHost = new Map<string, KubernetesObject[]>();
    for (const object of objectsWith(graph, virtualServiceType, "gateways")) {
      const { hosts = [], gateways = [] } = virtualServiceSpec(object) ?? {};
      for (const gateway of gateways) {
        if (gateway === "mesh") continue;
        const named = gateway.includes("/") ? gateway : `${object.namespace}/${gateway}`;
        for (const host of hosts) {
          const key = `${named} ${completeHost(host, object.namespace)}`;
          const there = byHost.get(key);
          if (there === undefined) byHost.set(key, [object]);
          else there.push(object);
        }
      }
    }
    return byHost;
  });
