import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import type { Graph } from "../../graph/graph.ts";
import { findObject, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { receiverModes, type ReceiverMode } from "../receiver-mode.ts";

/** A port of a Service, as clients call it. */
export interface ServiceAddress {
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
}

/** A workload behind a port of a Service that takes mTLS only there, and who says so. */
export interface StrictServer {
  readonly pod: VirtualPod;
  /** Its own port. */
  readonly port: number;
  readonly mode: ReceiverMode;
}

/** The workloads with a proxy behind a port of a Service that take mTLS only on it. */
export function strictServers(
  graph: Pick<Graph, "objects" | "receiverModes">,
  address: ServiceAddress,
): readonly StrictServer[] {
  return serversOf(graph, address).flatMap(({ pod, port }) => {
    if (isBypassed(pod, port)) return [];
    const mode = modeOf(receiverModes(graph, pod), port);
    return mode?.mode === "strict" ? [{ pod, port, mode }] : [];
  });
}

function serversOf(graph: ObjectGraph, { namespace, name, port }: ServiceAddress) {
  const object = findObject(graph, serviceType, namespace, name);
  const { selector = {}, ports = [] } = (object && serviceSpec(object)) ?? {};
  const target = ports.find((each) => each.port === port);
  if (target === undefined || Object.keys(selector).length === 0) return [];
  return podsSelectedBy(graph, namespace, selector).flatMap((pod) => {
    const own = portOf(pod, target.targetPort ?? port);
    return pod.mode === "sidecar" && own !== undefined ? [{ pod, port: own }] : [];
  });
}

function portOf({ containers }: VirtualPod, target: number | string): number | undefined {
  if (typeof target === "number") return target;
  const ports = containers.flatMap((each) => each.ports ?? []);
  return ports.find(({ name }) => name === target)?.containerPort;
}

function modeOf(modes: readonly ReceiverMode[], port: number): ReceiverMode | undefined {
  return modes.find((each) => each.port === port) ?? modes.find((each) => each.port === undefined);
}

/** Whether a pod takes some or all of its ports past the proxy. */
function isBypassed({ annotations }: VirtualPod, port: number): boolean {
  const excluded = annotations["traffic.sidecar.istio.io/excludeInboundPorts"] ?? "";
  const included = annotations["traffic.sidecar.istio.io/includeInboundPorts"] ?? "*";
  const listed = (list: string) => list.split(",").some((each) => each.trim() === String(port));
  return listed(excluded) || (included !== "*" && !listed(included));
}
