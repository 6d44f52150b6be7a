import type { KubernetesObject } from "./kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "./objects-of.ts";
import { perGraph } from "./per-graph.ts";

/** Where the objects go that one of these brings; each names a chart or a folder that the input does not hold. */
const targets: ReadonlyMap<string, (raw: Fields) => unknown> = new Map([
  ["helm.toolkit.fluxcd.io/HelmRelease", ({ spec }: Fields) => fieldsOf(spec)["targetNamespace"]],
  ["helm.cattle.io/HelmChart", ({ spec }: Fields) => fieldsOf(spec)["targetNamespace"]],
  [
    "argoproj.io/Application",
    ({ spec }: Fields) => fieldsOf(fieldsOf(spec)["destination"])["namespace"],
  ],
  // Of Pulumi: its chart is no part of the stack, unlike that of `helm.sh/v4:Chart`.
  ["helm.sh/Release", ({ namespace }: Fields) => namespace],
]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether a namespace, or any where none is named, gets objects of charts which others install: Flux, Argo CD, K3s, a
 * Release of Pulumi. What is not in the input can be there all the same.
 */
export function isDelivered(graph: ObjectGraph, namespace?: string): boolean {
  const delivered = deliveredNamespaces(graph);
  if (namespace === undefined || delivered.has(anywhere)) return delivered.size > 0;
  return delivered.has(namespace);
}

const anywhere = "*";

const deliveredNamespaces = perGraph(
  (graph): ReadonlySet<string> =>
    new Set(
      [...targets].flatMap(([type, target]) =>
        objectsOf(graph, type).map((object) => namespaceOf(object, target)),
      ),
    ),
);

function namespaceOf(object: KubernetesObject, target: (raw: Fields) => unknown): string {
  // Where a value of the deploy decides, it may be any.
  if (object.unresolved.some(([first]) => first === "namespace" || first === "spec")) {
    return anywhere;
  }
  const said = target(object.raw);
  return typeof said === "string" && said !== "" ? said : object.namespace;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
