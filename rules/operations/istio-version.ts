import type { PodContainer } from "../../graph/kinds/pod-spec.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** A container of Istio whose image says a version. */
export interface IstioImage {
  readonly pod: VirtualPod;
  /** Place of the container inside the pod. */
  readonly path: readonly (string | number)[];
  readonly minor: number;
  readonly version: string;
}

/** The pods with a container whose image may be one of them: almost none. */
export const podsWithIstioImages: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph(
  (graph) =>
    virtualPods(graph).filter(
      ({ containers, initContainers }) =>
        containers.some(mayBeIstio) || initContainers.some(mayBeIstio),
    ),
);

function mayBeIstio({ image }: PodContainer): boolean {
  return image !== undefined && (image.includes("pilot") || image.includes("proxyv2"));
}

/** The containers of a pod that run `pilot` or `proxyv2`, of any registry. */
export function istioImages(pod: VirtualPod, name: "pilot" | "proxyv2"): readonly IstioImage[] {
  return [
    ...imagesIn(pod, pod.containers, "containers", name),
    ...imagesIn(pod, pod.initContainers, "initContainers", name),
  ];
}

function imagesIn(
  pod: VirtualPod,
  containers: readonly PodContainer[],
  list: string,
  name: string,
): readonly IstioImage[] {
  return containers.flatMap(({ image = "" }, index): IstioImage[] => {
    const [, found, version, minor] = /(?:^|\/)(pilot|proxyv2):v?(1\.(\d+)[^@]*)/.exec(image) ?? [];
    if (found !== name || version === undefined) return [];
    return [{ pod, path: ["spec", list, index], minor: Number(minor), version }];
  });
}
