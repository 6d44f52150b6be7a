import {
  kubernetesGatewayType,
  kubernetesRouteSpec,
  kubernetesRouteTypes,
  type KubernetesParent,
  type KubernetesRouteSpec,
} from "../../graph/kinds/gateway-api.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** A route of the Gateway API. */
export interface KubernetesRoute {
  readonly object: KubernetesObject;
  readonly spec: KubernetesRouteSpec;
}

/** Every route of the Gateway API in the input that can be read. */
export const kubernetesRoutes: (graph: ObjectGraph) => readonly KubernetesRoute[] = perGraph(
  (graph) =>
    kubernetesRouteTypes.flatMap((type) =>
      objectsOf(graph, type).flatMap((object) => {
        const spec = kubernetesRouteSpec(object);
        return spec === undefined ? [] : [{ object, spec }];
      }),
    ),
);

/** Whether a parent is a Gateway, which it is where the reference says nothing else. */
export function isGatewayParent({ group, kind }: KubernetesParent): boolean {
  return (
    (group ?? "gateway.networking.k8s.io") === "gateway.networking.k8s.io" &&
    (kind ?? "Gateway") === "Gateway"
  );
}

/** Whether a route is for calls between services: its parent is a Service. */
export function isMeshRoute({ parentRefs = [] }: KubernetesRouteSpec): boolean {
  return parentRefs.some(({ kind }) => kind === "Service" || kind === "ServiceEntry");
}

/** The Gateway that a parent reference of a route means, where the input has it. */
export function gatewayOf(
  graph: ObjectGraph,
  route: KubernetesObject,
  { name = "", namespace }: KubernetesParent,
): KubernetesObject | undefined {
  return findObject(graph, kubernetesGatewayType, namespace ?? route.namespace, name);
}
