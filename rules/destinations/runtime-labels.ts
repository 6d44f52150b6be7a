import { hasObjects, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** Labels that the cluster or a controller adds to pods: where they run, and of which template they are. */
const place =
  /^(?:topology\.(?:kubernetes|istio)\.io\/|kubernetes\.io\/hostname$|failure-domain\.beta\.kubernetes\.io\/)/;
const added =
  /^(?:pod-template-hash|rollouts-pod-template-hash|controller-revision-hash|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|batch\.kubernetes\.io\/.*|security\.istio\.io\/tlsMode)$/;

/**
 * Whether labels ask for something that is only known when pods run. Places are known where every node that could run
 * them is described: then one that no node has is a fault.
 */
export function setAtRuntime(
  graph: ObjectGraph,
  labels: Readonly<Record<string, string>>,
): boolean {
  const keys = Object.keys(labels);
  if (keys.some((key) => added.test(key))) return true;
  const places = keys.filter((key) => place.test(key));
  if (places.length === 0) return false;
  if (!hasObjects(graph, "/Node")) return true;
  const nodes = nodeLabels(graph);
  return places.every((key) => nodes.has(`${key}=${labels[key] ?? ""}`));
}

const nodeLabels = perGraph(
  (graph) =>
    new Set(
      objectsOf(graph, "/Node").flatMap(({ labels }) =>
        Object.entries(labels).flatMap(([key, value]) => (value === "" ? [] : [`${key}=${value}`])),
      ),
    ),
);
