import { completeHost, knownHosts, type KnownHost } from "../../graph/objects/known-hosts.ts";
import { modeOfNamespace } from "../../graph/objects/injection.ts";
import { findNamespace, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { podsSelectedBy, virtualPods } from "../../graph/objects/virtual-pods.ts";
import { namedWaypoint, type WaypointName } from "./waypoint-uses.ts";

/** A Service whose traffic ztunnel carries. */
export interface AmbientHost extends KnownHost {
  /** What reads its requests; undefined: nothing does. */
  readonly waypoint?: WaypointName;
}

/** The Services in ambient mode, by their full host. */
export const ambientHosts: (graph: ObjectGraph) => ReadonlyMap<string, AmbientHost> = perGraph(
  (graph) => {
    const found = new Map<string, AmbientHost>();
    // Most meshes have none, and then no Service has to be looked at.
    if (!hasAmbient(graph)) return found;
    for (const [host, [known]] of knownHosts(graph).byHost) {
      if (known?.service === undefined || !isAmbient(graph, known)) continue;
      const { labels } = known.object;
      const own = namedWaypoint(labels, known.namespace);
      const shared = findNamespace(graph, known.namespace)?.labels ?? {};
      const waypoint = own ?? namedWaypoint(shared, known.namespace);
      const uses = waypoint === undefined || waypoint === "none" ? {} : { waypoint };
      found.set(host, { ...known, ...uses });
    }
    return found;
  },
);

/** The ambient Service that an object of a namespace means by a host. */
export function ambientHost(
  graph: ObjectGraph,
  host: string,
  namespace: string,
): AmbientHost | undefined {
  return ambientHosts(graph).get(completeHost(host, namespace));
}

function hasAmbient(graph: ObjectGraph): boolean {
  const isAmbient = ({ labels }: { readonly labels: Readonly<Record<string, string>> }) =>
    labels["istio.io/dataplane-mode"] === "ambient";
  return objectsOf(graph, "/Namespace").some(isAmbient) || virtualPods(graph).some(isAmbient);
}

/** Pods decide, where there are any; else their namespace. */
function isAmbient(graph: ObjectGraph, { namespace, service }: KnownHost): boolean {
  const { selector = {} } = service ?? {};
  const pods = Object.keys(selector).length === 0 ? [] : podsSelectedBy(graph, namespace, selector);
  if (pods.length > 0) return pods.every(({ mode }) => mode === "ambient");
  return modeOfNamespace(graph, namespace) === "ambient";
}

/** Whether some application has a sidecar: for its requests the objects hold that ambient mode passes over. */
export const hasSidecars: (graph: ObjectGraph) => boolean = perGraph((graph) =>
  virtualPods(graph).some(
    ({ mode, containers }) =>
      mode === "sidecar" &&
      (containers.length === 0 || !containers.every(({ name }) => name === "istio-proxy")),
  ),
);
