import type { Path } from "../../diagnostics/index.ts";
import type { Origin } from "../../graph/graph.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import { isSystemNamespace } from "../namespaces/system-namespaces.ts";
import { findAnnotation, type KnownAnnotation } from "./annotation-registry.ts";

/** One annotation in Istio's namespace of names, where it is written. */
export interface Annotation {
  readonly name: string;
  readonly value: string;
  /** Kind of what carries it: `Pod` also for the template of a workload. */
  readonly kind: string;
  /** Labels beside it. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations beside it, with itself. */
  readonly beside: Readonly<Record<string, string>>;
  /** Undefined where Istio has no annotation of this name. */
  readonly known: KnownAnnotation | undefined;
  readonly origin: Origin;
}

const types = [
  "/Namespace",
  "/Service",
  "apps/Deployment",
  "apps/StatefulSet",
  "apps/DaemonSet",
  "batch/Job",
  "batch/CronJob",
  "argoproj.io/Rollout",
] as const;

/** Set by Istio itself. */
const automatic: ReadonlySet<string> = new Set([
  "gateway.istio.io/controller-version",
  "istio.io/rev",
  "sidecar.istio.io/status",
]);

/** Every annotation of Istio on what it looks at: namespaces, services, workloads and their pods. */
export const istioAnnotations: (graph: ObjectGraph) => readonly Annotation[] = perGraph((graph) => {
  const found: Annotation[] = [];
  for (const object of types.flatMap((type) => objectsOf(graph, type))) {
    const namespace = object.type === "/Namespace" ? object.name : object.namespace;
    if (!isSystemNamespace(namespace)) collect(object.kind, object, found);
  }
  for (const pod of virtualPods(graph)) {
    if (!isSystemNamespace(pod.namespace)) collect("Pod", pod, found);
  }
  return found;
});

type Carrier = Pick<Annotation, "labels"> & {
  readonly annotations: Readonly<Record<string, string>>;
  origin(path?: Path): Origin;
};

function collect(kind: string, carrier: Carrier, found: Annotation[]): void {
  const { labels, annotations: beside } = carrier;
  for (const name in beside) {
    if (!isOfIstio(name) || automatic.has(name)) continue;
    const value = beside[name] ?? "";
    const origin = carrier.origin(["metadata", "annotations", name]);
    found.push({ name, value, kind, labels, beside, known: findAnnotation(name), origin });
  }
}

function isOfIstio(name: string): boolean {
  return name === "kubernetes.io/ingress.class" || (name.split("/")[0] ?? "").endsWith("istio.io");
}
