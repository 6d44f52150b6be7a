import { configMapContent, configMapType } from "../../graph/kinds/config-map.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { writtenPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { injectedImage } from "../namespaces/injector-config.ts";
import type { Rule } from "../rule.ts";

/** Pods of a namespace run the proxy that the injector puts in now. Others were not restarted after an upgrade. */
export const proxyImageMismatch: Rule = {
  id: "workloads/proxy-image-mismatch",
  code: "HED4651",
  severity: "warning",
  summary: "pods run the proxy that the injector puts in",
  covers: ["IST0158"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const images = new Map(
      objectsOf(graph, configMapType)
        .filter(({ name }) => name.startsWith("istio-sidecar-injector"))
        .map((object) => [object.name, injectedImage(configMapContent(object))]),
    );
    if (images.size === 0) return;
    const pods = Map.groupBy(writtenPods(graph), (pod) => pod.namespace);
    for (const namespace of objectsOf(graph, "/Namespace")) {
      const image = images.get(injectorOf(namespace));
      const old = image === undefined ? [] : oldPods(pods.get(namespace.name) ?? [], image);
      if (old.length === 0) continue;
      find({
        outcome: "fail",
        origin: namespace.origin(),
        message: `pods have another proxy than ${String(image)}, which the injector puts in: ${old.slice(0, 5).join(", ")}`,
        fix: "restart their workloads, so that they are injected anew",
      });
    }
  },
};

function injectorOf({ labels }: KubernetesObject): string {
  const revision = labels["istio.io/rev"];
  if (revision === undefined) {
    return labels["istio-injection"] === "enabled" ? "istio-sidecar-injector" : "";
  }
  return ["", "default"].includes(revision)
    ? "istio-sidecar-injector"
    : `istio-sidecar-injector-${revision}`;
}

function oldPods(pods: readonly VirtualPod[], image: string): readonly string[] {
  const isOld = ({ annotations, containers, initContainers }: VirtualPod) =>
    (annotations["sidecar.istio.io/proxyImage"] ?? "") === "" &&
    [...containers, ...initContainers].some(
      (each) => each.name === "istio-proxy" && !isSame(each.image, image),
    );
  return pods
    .filter(isOld)
    .map(({ name }) => name)
    .sort();
}

/** Variants of an image, such as `-distroless`, are the same version of it. */
function isSame(image: string | undefined, wanted: string): boolean {
  return image === wanted || image === `${wanted}-distroless` || image === `${wanted}-debug`;
}
