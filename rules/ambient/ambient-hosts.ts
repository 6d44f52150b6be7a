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

/** Whether any namespace or pod is in ambient mode. */
export const hasAmbient: (graph: ObjectGraph) => boolean = perGraph((graph) => {
  const isAmbient = ({ labels }: { readonly labels: Readonly<Record<string, string>> }) =>
    labels["istio.io/dataplane-mode"] === "ambient";
  return objectsOf(graph, "/Namespace").some(isAmbient) || virtualPods(graph).some(isAmbient);
});

/** Pods decide, where there are any; else their namespace. */
function isAmbient(graph: ObjectGraph, { namespace, service }: KnownHost): boolean {
  const { selector = {} } = service ?? {};
  const pods = Object.keys(selector).length === 0 ? [] : podsSelectedBy(graph, namespace, selector);
  if (pods.length > 0) return pods.every(({ mode }) => mode === "ambient");
  return modeOfNamespace(graph, namespace) === "ambient";
}

/** A namespace in ambient mode whose traffic no waypoint reads, unless a service of it says more. */
export function isBareNamespace(graph: ObjectGraph, namespace: string): boolean {
  if (modeOfNamespace(graph, namespace) !== "ambient") return false;
  const waypoint = namedWaypoint(findNamespace(graph, namespace)?.labels ?? {}, namespace);
  return waypoint === undefined || waypoint === "none";
}

/** Whether a host is known, and is neither a Service in ambient mode nor one that a waypoint serves. */
export function isServedElsewhere(graph: ObjectGraph, host: string, namespace: string): boolean {
  const known = knownHosts(graph).byHost.get(completeHost(host, namespace)) ?? [];
  return known.some(
    ({ service, object, namespace: of }) =>
      (service !== undefined && modeOfNamespace(graph, of) === "ambient") ||
      typeof namedWaypoint(object.labels, of) === "object",
  );
}

/** Namespaces in which an application has a sidecar: for its requests the objects hold that ambient mode passes over. */
export const sidecarNamespaces: (graph: ObjectGraph) => ReadonlySet<string> = perGraph(
  (graph) =>
    new Set(
      virtualPods(graph).flatMap(({ mode, containers, namespace }) =>
        mode === "sidecar" &&
        (containers.length === 0 || !containers.every(({ name }) => name === "istio-proxy"))
          ? [namespace]
          : [],
      ),
    ),
);

/** Who does not follow an object that no waypoint reads. */
export function whoPassesBy(graph: ObjectGraph): string {
  return sidecarNamespaces(graph).size === 0
    ? "nobody follows"
    : "no caller in ambient mode follows";
}
