import { findNamespace, type ObjectGraph } from "./objects-of.ts";

/** How a pod takes part in the mesh; undefined where its namespace decides and is not described. */
export type MeshMode = "sidecar" | "ambient" | "none" | undefined;

/** What of a pod decides. */
export interface InjectedPod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly hostNetwork: boolean;
  /** Whether the proxy's container is already written in the pod. */
  readonly hasProxy: boolean;
}

/**
 * How a pod will take part, by the injector's order: a proxy that is already there, what the pod says by itself
 * (label before annotation), then its namespace.
 */
export function meshModeOf(graph: ObjectGraph, pod: InjectedPod): MeshMode {
  if (pod.hasProxy) return "sidecar";
  const ambient = pod.labels["istio.io/dataplane-mode"];
  if (ambient === "none") return "none";
  if (ambient === "ambient") return "ambient";
  if (pod.hostNetwork) return "none";
  const said = saidByPod(pod);
  if (said !== undefined) return said ? "sidecar" : "none";
  return modeOfNamespace(graph, pod.namespace);
}

function saidByPod({ labels, annotations }: InjectedPod): boolean | undefined {
  const key = "sidecar.istio.io/inject";
  const value = labels[key] ?? annotations[key];
  if (value !== undefined) return value === "true";
  return labels["istio.io/rev"] === undefined ? undefined : true;
}

/** What a namespace asks for: the label of injection wins over the one of a revision, both over ambient. */
export function modeOfNamespace(graph: ObjectGraph, namespace: string): MeshMode {
  const object = findNamespace(graph, namespace);
  if (object === undefined) return undefined;
  const { labels } = object;
  const injection = labels["istio-injection"];
  if (injection === "enabled") return "sidecar";
  if (injection === undefined && (labels["istio.io/rev"] ?? "") !== "") return "sidecar";
  return labels["istio.io/dataplane-mode"] === "ambient" ? "ambient" : "none";
}
