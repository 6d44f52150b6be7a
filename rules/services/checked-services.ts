import { serviceSpec, serviceType, type ServiceSpec } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { isSystemNamespace } from "../namespaces/system-namespaces.ts";

/** A service with what it says. */
export interface CheckedService {
  readonly object: KubernetesObject;
  readonly spec: ServiceSpec;
}

/** The services outside the namespaces of Kubernetes. */
export const checkedServices: (graph: ObjectGraph) => readonly CheckedService[] = perGraph(
  (graph) => {
    const checked: CheckedService[] = [];
    for (const object of objectsOf(graph, serviceType)) {
      const spec = isSystemNamespace(object.namespace) ? undefined : serviceSpec(object);
      if (spec !== undefined) checked.push({ object, spec });
    }
    return checked;
  },
);

const controllers: ReadonlySet<string> = new Set([
  "istio.io-gateway-controller",
  "istio.io-mesh-controller",
  "istio.io-eastwest-controller",
]);

/** Whether a service is Istio's own, or made by its gateway controller: nobody names its ports. */
export function belongsToIstio({ labels }: KubernetesObject): boolean {
  return (
    Object.hasOwn(labels, "istio") ||
    labels["release"] === "istio" ||
    controllers.has(labels["gateway.istio.io/managed"] ?? "")
  );
}
