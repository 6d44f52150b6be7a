import type { Path } from "../../diagnostics/index.ts";
import type { Origin } from "../graph.ts";
import type { PodContainer, PodSpec, PodTemplate } from "../kinds/pod-spec.ts";
import { candidates, indexByLabel } from "../by-label.ts";
import { selects } from "../query.ts";
import { meshModeOf, type MeshMode } from "./injection.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { madeByOthers } from "./made-by-others.ts";
import { objectsOf, type ObjectGraph } from "./objects-of.ts";
import { perGraph } from "./per-graph.ts";
import { readTemplate, templatePaths } from "./read-template.ts";

/** A pod as a workload's template will create it, or one that somebody wrote. */
export interface VirtualPod {
  /** The Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Rollout or Pod. */
  readonly object: KubernetesObject;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly podSpec: PodSpec;
  /** Those of the pod, without the initial ones. */
  readonly containers: readonly PodContainer[];
  readonly initContainers: readonly PodContainer[];
  readonly serviceAccount: string;
  /** As written, 1 by default; undefined where something else decides: DaemonSet, Job, CronJob. */
  readonly replicas?: number;
  /** Undefined where its namespace decides and the input does not describe it. */
  readonly mode: MeshMode;
  /** Whether it gets a sidecar; undefined as for `mode`. */
  readonly inMesh: boolean | undefined;
  /** Place of the pod inside the object: `spec.template` of a Deployment, the root of a Pod. */
  readonly path: Path;
  /** Place inside the pod (`["metadata", "labels"]`, `["spec", "containers", 0]`). */
  origin(path?: Path): Origin;
}

/** Every pod that the input will bring about: one for each template that somebody wrote. */
export const virtualPods: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph((graph) => {
  const made = madeByOthers(graph.objects);
  return [...templatePaths].flatMap(([type, path]) =>
    podsOf(
      graph,
      objectsOf(graph, type).filter((object) => !made.has(object)),
      path,
    ),
  );
});

/** Pods as they are, also those that a controller made: what runs, where the input shows it. */
export const writtenPods: (graph: ObjectGraph) => readonly VirtualPod[] = perGraph((graph) =>
  podsOf(graph, objectsOf(graph, "/Pod"), []),
);

function podsOf(
  graph: ObjectGraph,
  objects: readonly KubernetesObject[],
  path: Path,
): readonly VirtualPod[] {
  const pods: VirtualPod[] = [];
  for (const object of objects) {
    const template = readTemplate(object);
    if (template !== undefined) pods.push(createPod(graph, object, template, path));
  }
  return pods;
}

const byLabel = perGraph((graph) => indexByLabel(virtualPods(graph)));

/** The pods of one namespace. */
export function podsIn(graph: ObjectGraph, namespace: string): readonly VirtualPod[] {
  return byLabel(graph).byNamespace.get(namespace) ?? [];
}

/** The pods that a selector matches: in one namespace, or everywhere where it is undefined. An empty one matches all. */
export function podsSelectedBy(
  graph: ObjectGraph,
  namespace: string | undefined,
  selector: Readonly<Record<string, string>>,
): readonly VirtualPod[] {
  const pods =
    namespace === undefined ? virtualPods(graph) : candidates(byLabel(graph), namespace, selector);
  const isSelected = ({ labels }: VirtualPod): boolean => selects(selector, labels);
  // Where a label is rare, those that have it are nearly always those that are meant.
  return pods.every(isSelected) ? pods : pods.filter(isSelected);
}

function createPod(
  graph: ObjectGraph,
  object: KubernetesObject,
  { metadata, spec = {} }: PodTemplate,
  path: Path,
): VirtualPod {
  const labels = metadata?.labels ?? {};
  const annotations = metadata?.annotations ?? {};
  const containers = spec.containers ?? [];
  const initContainers = spec.initContainers ?? [];
  const hasProxy = containers.some(isProxy) || initContainers.some(isProxy);
  const { name, namespace } = object;
  const hostNetwork = spec.hostNetwork === true;
  const mode = meshModeOf(graph, { namespace, labels, annotations, hostNetwork, hasProxy });
  const replicas = replicasOf(object);
  return {
    object,
    name,
    namespace,
    labels,
    annotations,
    podSpec: spec,
    containers,
    initContainers,
    serviceAccount: spec.serviceAccountName ?? spec.serviceAccount ?? "default",
    ...(replicas === undefined ? {} : { replicas }),
    mode,
    inMesh: mode === undefined ? undefined : mode === "sidecar",
    path,
    origin: (inside = []) => object.origin([...path, ...inside]),
  };
}

function isProxy({ name, image }: PodContainer): boolean {
  return name === "istio-proxy" && (image ?? "") !== "";
}

const scalable: ReadonlySet<string> = new Set([
  "apps/Deployment",
  "apps/StatefulSet",
  "apps/ReplicaSet",
  "argoproj.io/Rollout",
]);

function replicasOf({ type, raw }: KubernetesObject): number | undefined {
  if (type === "/Pod") return 1;
  if (!scalable.has(type)) return undefined;
  const { replicas } = (raw["spec"] ?? {}) as { readonly replicas?: unknown };
  return typeof replicas === "number" ? replicas : 1;
}
