import {
  customResourceDefinitionSpec,
  customResourceDefinitionType,
} from "../../graph/kinds/custom-resource-definition.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";

/** A definition of one of the kinds of the Gateway API. */
export interface GatewayApiDefinition {
  readonly object: KubernetesObject;
  readonly kind: string;
  readonly served: ReadonlySet<string>;
}

/** The definitions of the Gateway API in the input. */
export function gatewayApiDefinitions(graph: ObjectGraph): readonly GatewayApiDefinition[] {
  return objectsOf(graph, customResourceDefinitionType).flatMap((object) => {
    const spec = customResourceDefinitionSpec(object);
    if (spec?.group !== "gateway.networking.k8s.io") return [];
    const served = (spec.versions ?? []).filter((each) => each.served === true);
    const names = served.flatMap(({ name }) => name ?? []);
    return { object, kind: spec.names?.kind ?? "", served: new Set(names) };
  });
}

/** `v1, v1beta1`, or `none`. */
export function printVersions({ served }: GatewayApiDefinition): string {
  return [...served].sort().join(", ") || "none";
}
