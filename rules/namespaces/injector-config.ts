import { configMapContent, configMapType } from "../../graph/kinds/config-map.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** Whether the injector of the input takes namespaces that ask for nothing (`enableNamespacesByDefault`). */
export const injectsByDefault: (graph: ObjectGraph) => boolean = perGraph((graph) =>
  objectsOf(graph, configMapType)
    .filter(({ name }) => name === "istio-sidecar-injector")
    .some((object) => enabled(configMapContent(object)?.data?.["values"])),
);

function enabled(values: string | undefined): boolean {
  try {
    const parsed = JSON.parse(values ?? "{}") as {
      readonly sidecarInjectorWebhook?: { readonly enableNamespacesByDefault?: unknown };
    } | null;
    return parsed?.sidecarInjectorWebhook?.enableNamespacesByDefault === true;
  } catch {
    return false;
  }
}
