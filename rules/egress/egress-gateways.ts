import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost, knownHosts } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { routesMesh } from "../routing/gateway-names.ts";
import { routeDestinations } from "../routing/route-destinations.ts";
import { routedSubsets } from "../routing/routes-by-host.ts";

/** Hosts of VirtualServices for the mesh that send requests to an egress gateway: what leaves by it. */
export const hostsThroughGateway: (graph: ObjectGraph) => ReadonlySet<string> = perGraph(
  (graph) => {
    const called = [...routedSubsets(graph).keys()];
    const egress = new Set(called.filter((host) => isEgressGateway(graph, host)));
    if (egress.size === 0) return egress;
    const hosts = objectsOf(graph, virtualServiceType).flatMap((object) => {
      const { hosts = [], gateways } = virtualServiceSpec(object) ?? {};
      const leaves = routeDestinations(object).some(({ full }) => egress.has(full));
      if (!routesMesh({ gateways }) || !leaves) return [];
      return hosts.map((each) => completeHost(each, object.namespace));
    });
    return new Set(hosts);
  },
);

const named = /^[^.]*egress[^.]*\.[^.]+\.svc\.cluster\.local$/;

/** Whether a host is the Service of an egress gateway: by its name, or by the pods that it asks for. */
function isEgressGateway(graph: ObjectGraph, host: string): boolean {
  if (host.includes("egress") && named.test(host)) return true;
  const service = knownHosts(graph).byHost.get(host)?.[0]?.service;
  return service?.selector?.["istio"]?.includes("egress") ?? false;
}
