import { serviceSpec, serviceType } from "../../graph/kinds/service.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { servicesOf } from "./services-in.ts";

const opaque = /^(?:tcp|tls|https|mongo|mysql|redis)(?:-|$)/i;

type Port = NonNullable<NonNullable<ReturnType<typeof serviceSpec>>["ports"]>[number];

function isOpaquePort({ appProtocol, name }: Port): boolean {
  return opaque.test(appProtocol ?? name ?? "");
}

/** Whether any Service has such a port: nearly all speak HTTP only. */
export const hasOpaquePorts: (graph: ObjectGraph) => boolean = perGraph((graph) =>
  objectsOf(graph, serviceType).some((object) => serviceSpec(object)?.ports?.some(isOpaquePort)),
);

/** Whether every port of every Service of a pod is declared as one that the proxy does not look into. */
export function isOpaque(graph: ObjectGraph, pod: VirtualPod): boolean {
  const ports = servicesOf(graph, pod).flatMap((object) => serviceSpec(object)?.ports ?? []);
  return ports.length > 0 && ports.every(isOpaquePort);
}
