import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsOfIstio } from "../../graph/objects/pods-of-istio.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { fewestReplicas } from "./fewest-replicas.ts";

/** Gateways that always have several instances: Deployments whose pods are a proxy and nothing else. */
export function replicatedGateways(graph: ObjectGraph): readonly VirtualPod[] {
  return podsOfIstio(graph).filter(
    (pod) =>
      pod.object.type === "apps/Deployment" &&
      pod.containers.length > 0 &&
      pod.containers.every(({ name }) => name === "istio-proxy") &&
      (fewestReplicas(graph, pod) ?? 0) >= 2,
  );
}
