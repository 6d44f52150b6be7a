import type { PodContainer } from "../../graph/kinds/pod-spec.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { checkedServices, type CheckedService } from "./checked-services.ts";
import { podsOfService } from "./pods-of-services.ts";
import type { ServicePort } from "./port-protocol.ts";

/** A port of a service whose target is on none of its workloads. */
export interface LostPort {
  readonly service: CheckedService;
  readonly index: number;
  readonly target: number | string;
  /** The ports that the workloads list, for people. */
  readonly listed: string;
}

/**
 * Target ports that no selected workload lists. Containers need not list their ports: where one of the pods lists
 * none, nothing is known.
 */
export const lostPorts: (graph: ObjectGraph) => readonly LostPort[] = perGraph((graph) =>
  checkedServices(graph).flatMap((service) => {
    const pods = podsOfService(graph, service);
    if (pods.length === 0 || pods.some((pod) => !listsPorts(pod))) return [];
    return (service.spec.ports ?? []).flatMap((port, index) => {
      const target = targetOf(port);
      if (target === undefined || pods.some((pod) => hasPort(pod, port, target))) return [];
      const listed = [...new Set(pods.flatMap(portsOf).map(printPort))].sort().join(", ");
      return { service, index, target, listed };
    });
  }),
);

type ContainerPort = NonNullable<PodContainer["ports"]>[number];

/** Whether the application says its ports. Those of the proxy say nothing of it; a gateway opens what Gateways ask for. */
function listsPorts({ containers, initContainers }: VirtualPod): boolean {
  return containers.some(isListing) || initContainers.some(isListing);
}

function isListing({ name, ports }: PodContainer): boolean {
  return name !== "istio-proxy" && ports !== undefined && ports.length > 0;
}

/** Ports of all containers, also of the sidecars among the initial ones. */
function portsOf({ containers, initContainers }: VirtualPod): readonly ContainerPort[] {
  return [...containers, ...initContainers].flatMap(({ ports }) => ports ?? []);
}

/** An unset or zero target is the port itself. */
function targetOf({ port, targetPort }: ServicePort): number | string | undefined {
  return targetPort === undefined || targetPort === 0 || targetPort === "" ? port : targetPort;
}

function hasPort(pod: VirtualPod, port: ServicePort, target: number | string): boolean {
  const protocol = transport(port.protocol);
  // The proxy brings ports of its own.
  if (pod.mode !== "none" && isOfProxy(target)) return true;
  const isMeant = ({ name, containerPort, protocol: own }: ContainerPort): boolean =>
    transport(own) === protocol && (target === containerPort || target === name);
  const hasMeant = ({ ports }: PodContainer): boolean => ports?.some(isMeant) ?? false;
  return pod.containers.some(hasMeant) || pod.initContainers.some(hasMeant);
}

/** Everything that is not one of the others is TCP. */
function transport(protocol: string | undefined): string {
  return protocol === "UDP" || protocol === "SCTP" ? protocol : "TCP";
}

function isOfProxy(target: number | string): boolean {
  return typeof target === "number"
    ? target >= 15_000 && target <= 15_090
    : target === "http-envoy-prom";
}

function printPort({ name, containerPort }: ContainerPort): string {
  const number = String(containerPort ?? "?");
  return name === undefined ? number : `${number} (${name})`;
}
