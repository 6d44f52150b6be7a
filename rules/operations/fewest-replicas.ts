import {
  horizontalPodAutoscalerSpec,
  horizontalPodAutoscalerType,
} from "../../graph/kinds/horizontal-pod-autoscaler.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";

/** The fewest instances that a workload will have: its autoscaler's minimum, else its own number; undefined: unknown. */
export function fewestReplicas(graph: ObjectGraph, { object, replicas }: VirtualPod) {
  return autoscalerOf(graph, object)?.min ?? replicas;
}

/** The autoscaler of a workload, and the fewest instances that it keeps. */
export function autoscalerOf(graph: ObjectGraph, { namespace, kind, name }: KubernetesObject) {
  const all = byTarget(graph);
  return all.size === 0 ? undefined : all.get(`${namespace} ${kind} ${name}`);
}

const byTarget = perGraph(
  (graph) =>
    new Map(
      objectsOf(graph, horizontalPodAutoscalerType).flatMap((object) => {
        const { scaleTargetRef, minReplicas } = horizontalPodAutoscalerSpec(object) ?? {};
        const { kind, name } = scaleTargetRef ?? {};
        if (kind === undefined || name === undefined) return [];
        const autoscaler = { object, min: minReplicas ?? 1 };
        return [[`${object.namespace} ${kind} ${name}`, autoscaler] as const];
      }),
    ),
);
