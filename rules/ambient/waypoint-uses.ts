import type { Path } from "../../diagnostics/index.ts";
import type { Origin } from "../../graph/graph.ts";
import { kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { serviceType } from "../../graph/kinds/service.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { checkedPods } from "../workloads/checked-workloads.ts";

/** Label by which a namespace, a service or a pod says whose waypoint its traffic goes through. */
export const waypointLabel = "istio.io/use-waypoint";

/** A label that names a waypoint. */
export interface WaypointUse {
  readonly by: "namespace" | "service" | "pod";
  /** Namespace of what has the label; its own name for a namespace. */
  readonly namespace: string;
  /** The Gateway that is named, where the input holds it. */
  readonly gateway?: KubernetesObject;
  readonly waypoint: WaypointName;
  readonly origin: Origin;
}

export interface WaypointName {
  readonly namespace: string;
  readonly name: string;
}

/** Every label of the input that names a waypoint. */
export const waypointUses: (graph: ObjectGraph) => readonly WaypointUse[] = perGraph((graph) => [
  ...objectsOf(graph, "/Namespace").flatMap((each) => useOf(graph, "namespace", each, each.name)),
  ...[serviceType, serviceEntryType].flatMap((type) =>
    objectsOf(graph, type).flatMap((each) => useOf(graph, "service", each, each.namespace)),
  ),
  ...checkedPods(graph).flatMap((each) => useOf(graph, "pod", each, each.namespace)),
]);

const none: readonly WaypointUse[] = [];

type Labels = Readonly<Record<string, string>>;

interface Labelled {
  readonly labels: Labels;
  origin(path?: Path): Origin;
}

function useOf(
  graph: ObjectGraph,
  by: WaypointUse["by"],
  labelled: Labelled,
  namespace: string,
): readonly WaypointUse[] {
  const waypoint = namedWaypoint(labelled.labels, namespace);
  if (waypoint === undefined || waypoint === "none") return none;
  const gateway = findObject(graph, kubernetesGatewayType, waypoint.namespace, waypoint.name);
  const origin = labelled.origin(["metadata", "labels", waypointLabel]);
  return [{ by, namespace, waypoint, origin, ...(gateway === undefined ? {} : { gateway }) }];
}

/** The waypoint that labels name: `none` where they ask for none, undefined where they say nothing. */
export function namedWaypoint(labels: Labels, own: string): WaypointName | "none" | undefined {
  const name = labels[waypointLabel] ?? "";
  if (name === "" || name === "none") return name === "none" ? name : undefined;
  return { namespace: labels["istio.io/use-waypoint-namespace"] ?? own, name };
}
