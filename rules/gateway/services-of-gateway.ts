import { gatewaySpec } from "../../graph/kinds/gateway.ts";
import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { selects } from "../../graph/query.ts";

/** The Services that lead to the proxies of a Gateway for certain: they ask for all the labels that it asks for. */
export function servicesOfGateway(
  graph: ObjectGraph,
  gateway: KubernetesObject,
): readonly KubernetesObject[] {
  const { selector = {} } = gatewaySpec(gateway) ?? {};
  const [first] = Object.entries(selector);
  if (first === undefined) return [];
  return (byLabel(graph).get(first.join("=")) ?? []).filter((object) =>
    selects(selector, serviceSpec(object)?.selector ?? {}),
  );
}

/** Services by each label that they ask for. */
const byLabel = perGraph((graph): ReadonlyMap<string, readonly KubernetesObject[]> => {
  const found = new Map<string, KubernetesObject[]>();
  for (const object of objectsOf(graph, serviceType)) {
    for (const label of Object.entries(serviceSpec(object)?.selector ?? {})) {
      const known = found.get(label.join("="));
      if (known === undefined) found.set(label.join("="), [object]);
      else known.push(object);
    }
  }
  return found;
});
