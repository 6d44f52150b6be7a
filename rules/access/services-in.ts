import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";

const byNamespace = perGraph((graph) =>
  Map.groupBy(objectsOf(graph, serviceType), ({ namespace }) => namespace),
);

/** The Services of a namespace; without any, the input does not describe what is there. */
export function servicesIn(graph: ObjectGraph, namespace: string): readonly KubernetesObject[] {
  return byNamespace(graph).get(namespace) ?? [];
}

/** Services by the first label of their selector; those without one lead to no pod by themselves. */
const byLabel = perGraph((graph) =>
  Map.groupBy(objectsOf(graph, serviceType), (object) => {
    const [first] = Object.entries(serviceSpec(object)?.selector ?? {});
    return first === undefined ? "" : `${object.namespace} ${first.join("=")}`;
  }),
);

/** The Services that lead to a pod. */
export function servicesOf(
  graph: ObjectGraph,
  { namespace, labels }: VirtualPod,
): readonly KubernetesObject[] {
  return Object.entries(labels).flatMap((label) =>
    (byLabel(graph).get(`${namespace} ${label.join("=")}`) ?? []).filter((object) =>
      selects(serviceSpec(object)?.selector ?? {}, labels),
    ),
  );
}
