import { serviceSpec } from "../../graph/kinds/service.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { servicesOf } from "./services-in.ts";

const opaque = /^(?:tcp|tls|https|mongo|mysql|redis)(?:-|$)/i;

/** Whether every port of every Service of a pod is declared as one that the proxy does not look into. */
export function isOpaque(graph: ObjectGraph, pod: VirtualPod): boolean {
  const ports = servicesOf(graph, pod).flatMap((object) => serviceSpec(object)?.ports ?? []);
  return (
    ports.length > 0 &&
    ports.every(({ appProtocol, name }) => opaque.test(appProtocol ?? name ?? ""))
  );
}
