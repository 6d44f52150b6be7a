import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods, writtenPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { isSystemNamespace } from "../namespaces/system-namespaces.ts";

/** Pods and templates of workloads outside the namespaces of Kubernetes. */
export const checkedPods: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph((graph) =>
  virtualPods(graph).filter(({ namespace }) => !isSystemNamespace(namespace)),
);

/** The same for pods as they are, also those that a controller made. */
export const checkedRunningPods: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph((graph) =>
  writtenPods(graph).filter(({ namespace }) => !isSystemNamespace(namespace)),
);

const made: ReadonlySet<string> = new Set(["/Pod", "apps/ReplicaSet"]);

/** Those that somebody wrote as a workload: without pods and replica sets, which others make. */
export const checkedWorkloads: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph((graph) =>
  checkedPods(graph).filter(({ object }) => !made.has(object.type)),
);

/** Those of them with an annotation: many rules are about one that nearly no workload has. */
export const annotatedWorkloads: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph((graph) =>
  checkedWorkloads(graph).filter(({ annotations }) => Object.keys(annotations).length > 0),
);

/** Whether a workload is part of Istio's control plane, by the labels of its object. */
export function isControlPlane({ object }: VirtualPod): boolean {
  return Object.hasOwn(object.labels, "istio") || object.labels["release"] === "istio";
}

/** Whether the input is (also) a dump of a cluster: a pod that has a status did run. */
export function hasStatus({ object }: VirtualPod): boolean {
  const { status } = object.raw as { readonly status?: { readonly phase?: unknown } | null };
  return typeof status?.phase === "string";
}
