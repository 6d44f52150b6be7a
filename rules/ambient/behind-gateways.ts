import { kubernetesRouteSpec, kubernetesRouteTypes } from "../../graph/kinds/gateway-api.ts";
import {
  virtualServiceSpec,
  virtualServiceType,
  type VirtualServiceSpec,
} from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { clusterHost } from "../../graph/names.ts";
import { meshGateway } from "../routing/gateway-names.ts";

/** Full hosts that gateways send requests to: there the policies of clients hold, whatever mode the service is in. */
export const behindGateways: (graph: ObjectGraph) => ReadonlySet<string> = perGraph((graph) => {
  const hosts = new Set<string>();
  for (const object of objectsOf(graph, virtualServiceType)) {
    const spec = virtualServiceSpec(object) ?? {};
    if (!(spec.gateways ?? []).some((each) => each !== meshGateway)) continue;
    for (const host of destinationsOf(spec)) hosts.add(completeHost(host, object.namespace));
  }
  for (const object of kubernetesRouteTypes.flatMap((type) => objectsOf(graph, type))) {
    const { parentRefs = [], rules = [] } = kubernetesRouteSpec(object) ?? {};
    if (!parentRefs.some(({ kind = "Gateway" }) => kind === "Gateway")) continue;
    for (const { name, namespace } of rules.flatMap(({ backendRefs = [] }) => backendRefs)) {
      if (name !== undefined) hosts.add(clusterHost(name, namespace ?? object.namespace));
    }
  }
  return hosts;
});

function destinationsOf({ http = [], tls = [], tcp = [] }: VirtualServiceSpec): readonly string[] {
  return [...http, ...tls, ...tcp].flatMap(({ route = [] }) =>
    route.flatMap(({ destination }) => destination?.host ?? []),
  );
}
