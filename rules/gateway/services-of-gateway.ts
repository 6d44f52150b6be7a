import { gatewaySpec } from "../../graph/kinds/gateway.ts";
import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { selects } from "../../graph/query.ts";

/** The Services that lead to the proxies of a Gateway for certain: they ask for all the labels that it asks for. */
export function servicesOfGateway(
  graph: ObjectGraph,
  gateway: KubernetesObject,
): readonly KubernetesObject[] {
  const { selector = {} } = gatewaySpec(gateway) ?? {};
  if (Object.keys(selector).length === 0) return [];
  return objectsOf(graph, serviceType).filter((object) => {
    const asked = serviceSpec(object)?.selector ?? {};
    return selects(selector, asked);
  });
}
