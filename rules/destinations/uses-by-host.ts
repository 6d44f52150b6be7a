import { gatewayType } from "../../graph/kinds/gateway.ts";
import { serviceSpec } from "../../graph/kinds/service.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { servicesOfGateway } from "../gateway/services-of-gateway.ts";
import { completeGateway, meshGateway } from "../routing/gateway-names.ts";

/** Routes to a host that consistent hashing does not go with. */
interface Uses {
  /** A route from a gateway that does not see the addresses of its clients. */
  entry?: KubernetesObject;
  /** A route with retries of its own. */
  retrying?: KubernetesObject;
}

/** Such routes, by the full name of the host. */
export const usesByHost = perGraph((graph): ReadonlyMap<string, Uses> => {
  const uses = new Map<string, Uses>();
  for (const object of objectsOf(graph, virtualServiceType)) {
    const { gateways = [], http = [] } = virtualServiceSpec(object) ?? {};
    const loses = gateways.some(
      (each) => each !== meshGateway && losesAddress(graph, each, object),
    );
    for (const { route = [], retries } of http) {
      for (const { destination } of route) {
        const host = completeHost(destination?.host ?? "", object.namespace);
        const known = uses.get(host) ?? {};
        uses.set(host, known);
        if (loses) known.entry ??= object;
        if ((retries?.attempts ?? 0) > 0) known.retrying ??= object;
      }
    }
  }
  return uses;
});

/** Whether a Service that leads to a gateway hides where requests come from. */
function losesAddress(graph: ObjectGraph, text: string, { namespace }: KubernetesObject): boolean {
  const named = completeGateway(text, namespace);
  const gateway = findObject(graph, gatewayType, named.namespace, named.name);
  return (gateway === undefined ? [] : servicesOfGateway(graph, gateway)).some((object) => {
    const { type, externalTrafficPolicy } = serviceSpec(object) ?? {};
    return (type === "LoadBalancer" || type === "NodePort") && externalTrafficPolicy !== "Local";
  });
}
