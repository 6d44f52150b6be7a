import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** Whether ztunnel carries the traffic of a pod; such a pod has no sidecar. */
export function isAmbient({ annotations, mode }: VirtualPod): boolean {
  return mode === "ambient" || annotations["ambient.istio.io/redirection"] === "enabled";
}
