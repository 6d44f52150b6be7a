import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** A container of Istio whose image says a version. */
export interface IstioImage {
  readonly pod: VirtualPod;
  /** Place of the container inside the pod. */
  readonly path: readonly (string | number)[];
  readonly minor: number;
  readonly version: string;
}

/** The containers of a pod that run `pilot` or `proxyv2`, of any registry. */
export function istioImages(pod: VirtualPod, name: "pilot" | "proxyv2"): readonly IstioImage[] {
  const all = [
    ...pod.containers.map((each, index) => ({ each, path: ["spec", "containers", index] })),
    ...pod.initContainers.map((each, index) => ({ each, path: ["spec", "initContainers", index] })),
  ];
  return all.flatMap(({ each, path }): IstioImage[] => {
    const [, image, version, minor] =
      /(?:^|\/)(pilot|proxyv2):v?(1\.(\d+)[^@]*)/.exec(each.image ?? "") ?? [];
    if (image !== name || version === undefined) return [];
    return [{ pod, path, minor: Number(minor), version }];
  });
}
