import type { KubernetesObject } from "./kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "./objects-of.ts";
import { perGraph } from "./per-graph.ts";

/** Where the objects go that one of these brings; each names a chart or a folder that the input does not hold. */
const targets: ReadonlyMap<string, (spec: Fields) => unknown> = new Map([
  ["helm.toolkit.fluxcd.io/HelmRelease", ({ targetNamespace }: Fields) => targetNamespace],
  ["helm.cattle.io/HelmChart", ({ targetNamespace }: Fields) => targetNamespace],
  ["argoproj.io/Application", ({ destination }: Fields) => fieldsOf(destination)["namespace"]],
]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Namespaces that get objects of charts which a controller installs: Flux, Argo CD, K3s. What is not in the input can be
 * there all the same.
 */
export const deliveredNamespaces: (graph: ObjectGraph) => ReadonlySet<string> = perGraph(
  (graph) =>
    new Set(
      [...targets].flatMap(([type, target]) =>
        objectsOf(graph, type).map((object) => namespaceOf(object, target)),
      ),
    ),
);

function namespaceOf(object: KubernetesObject, target: (spec: Fields) => unknown): string {
  const said = target(fieldsOf(object.raw["spec"]));
  return typeof said === "string" && said !== "" ? said : object.namespace;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
