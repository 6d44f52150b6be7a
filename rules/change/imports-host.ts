import type { ServiceNode } from "../../graph/graph.ts";
import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { selects } from "../../graph/query.ts";
import { matchesHost } from "../find-service.ts";

/** The Sidecar that keeps a callee from a caller; undefined where the caller sees it. */
export function importsHost(
  graph: ObjectGraph,
  caller: ServiceNode,
  callee: ServiceNode,
): KubernetesObject | undefined {
  const sidecar = sidecarOf(graph, caller);
  const { egress = [] } = (sidecar && sidecarSpec(sidecar)) ?? {};
  if (sidecar === undefined || egress.length === 0) return undefined;
  const imported = egress
    .flatMap(({ hosts = [] }) => hosts)
    .some((entry) => {
      const slash = entry.indexOf("/");
      const [from, host] = [entry.slice(0, Math.max(slash, 0)), entry.slice(slash + 1)];
      const named = from === "." ? caller.namespace : from;
      return (named === "*" || named === callee.namespace) && matchesHost(host, callee.host);
    });
  return imported ? undefined : sidecar;
}

/** The Sidecar of a service's pods: by selector, of its namespace, of the mesh. */
function sidecarOf(graph: ObjectGraph, { namespace, selector = {} }: ServiceNode) {
  const all = objectsOf(graph, sidecarType);
  const labels = (each: KubernetesObject) => sidecarSpec(each)?.workloadSelector?.labels;
  const own = all.filter((each) => each.namespace === namespace);
  return (
    own.find((each) => {
      const chosen = labels(each);
      return chosen !== undefined && selects(chosen, selector);
    }) ??
    own.find((each) => labels(each) === undefined) ??
    all.find((each) => each.namespace === rootNamespace(graph) && labels(each) === undefined)
  );
}
