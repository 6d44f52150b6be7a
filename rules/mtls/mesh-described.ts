import type { Graph } from "../../graph/graph.ts";
import { meshConfig, rootNamespace } from "../../graph/objects/mesh-config.ts";
import { perList } from "../../graph/per-list.ts";

type Read = Pick<Graph, "objects" | "workloads">;

const istiod = perList((workloads: Graph["workloads"]) =>
  workloads.some(({ labels }) => labels["app"] === "istiod"),
);

const installs: ReadonlySet<string> = new Set([
  "install.istio.io/IstioOperator",
  "sailoperator.io/Istio",
]);

/**
 * Whether the input describes the mesh as a whole, so that what it does not say is the default: it holds the control
 * plane, its configuration or its installation, or policies of the root namespace. What is for one application only
 * leaves open what the mesh says.
 */
export function isMeshDescribed(graph: Read): boolean {
  if (istiod(graph.workloads) || meshConfig(graph).object !== undefined) return true;
  const root = rootNamespace(graph);
  return holdsWide(graph.objects).has(root) || holdsWide(graph.objects).has("");
}

/** Namespaces with policies of security; an installation counts as the name that no namespace has. */
const holdsWide = perList((objects: Graph["objects"]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { type, group, namespace } of objects) {
    if (installs.has(type)) found.add("");
    else if (group === "security.istio.io") found.add(namespace);
  }
  return found;
});
