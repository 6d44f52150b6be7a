import type { ObjectGraph } from "./objects-of.ts";
import { perGraph } from "./per-graph.ts";
import { virtualPods, type VirtualPod } from "./virtual-pods.ts";

/**
 * Pods that may be Istio's own, in the order of the input: those with the label of istiod, and those of which every
 * container is a proxy, which are gateways. They are few, and many rules are about nothing else.
 */
export const podsOfIstio: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph((graph) =>
  virtualPods(graph).filter(
    ({ labels, containers }) =>
      labels["app"] === "istiod" || containers.every(({ name }) => name === "istio-proxy"),
  ),
);
