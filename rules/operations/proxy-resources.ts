import type { PodContainer } from "../../graph/kinds/pod-spec.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** The annotations by which a pod sizes its sidecar. */
export const resourceAnnotations = {
  cpu: { request: "sidecar.istio.io/proxyCPU", limit: "sidecar.istio.io/proxyCPULimit" },
  memory: { request: "sidecar.istio.io/proxyMemory", limit: "sidecar.istio.io/proxyMemoryLimit" },
} as const;

export type Resource = keyof typeof resourceAnnotations;
export const resourceKinds: readonly Resource[] = ["cpu", "memory"];

/** One value of `resources` of a container, as written. */
export function resourceOf(
  resources: unknown,
  part: "requests" | "limits",
  kind: Resource,
): unknown {
  if (typeof resources !== "object" || resources === null) return undefined;
  const values: unknown = Reflect.get(resources, part);
  return typeof values === "object" && values !== null ? Reflect.get(values, kind) : undefined;
}

/** The limit of CPUs of a pod's proxy, as written: of its annotation, else of its container. */
export function proxyCpuLimit({ annotations, containers, initContainers }: VirtualPod): unknown {
  const said = annotations[resourceAnnotations.cpu.limit];
  if (said !== undefined) return said;
  const isProxy = ({ name }: PodContainer): boolean => name === "istio-proxy";
  const proxy = containers.find(isProxy) ?? initContainers.find(isProxy);
  return resourceOf(proxy?.resources, "limits", "cpu");
}
