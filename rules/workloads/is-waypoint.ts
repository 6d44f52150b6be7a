import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** Whether a workload is a waypoint that Istio made. */
export function isWaypoint({ object }: VirtualPod): boolean {
  return object.labels["gateway.istio.io/managed"] === "istio.io-mesh-controller";
}
