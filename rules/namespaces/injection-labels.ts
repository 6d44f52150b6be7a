import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { isSystemNamespace } from "./system-namespaces.ts";

/** The label that turns injection on or off. */
export const injectionLabel = "istio-injection";
export const revisionLabel = "istio.io/rev";
export const modeLabel = "istio.io/dataplane-mode";

/** The namespaces of applications: not those of Kubernetes, nor Istio's own. */
export function applicationNamespaces(graph: ObjectGraph): readonly KubernetesObject[] {
  const root = rootNamespace(graph);
  return objectsOf(graph, "/Namespace").filter(
    ({ name }) => name !== "istio-system" && name !== root && !isSystemNamespace(name),
  );
}

/** Whether no label of a namespace decides on injection: neither sidecars nor ambient are asked for or refused. */
export function saysNothing({ labels }: KubernetesObject): boolean {
  return (
    labels[modeLabel] !== "ambient" &&
    (labels[injectionLabel] ?? "") === "" &&
    labels[revisionLabel] === undefined
  );
}
