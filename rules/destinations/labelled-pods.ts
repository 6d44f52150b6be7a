import type { Graph, WorkloadNode } from "../../graph/graph.ts";
import { workloadEntrySpec, workloadEntryType } from "../../graph/kinds/workload-entry.ts";
import { workloadGroupSpec, workloadGroupType } from "../../graph/kinds/workload-group.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { addByLabel } from "../../graph/by-label.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";

/** Anything that a Service, a ServiceEntry or a subset can select. */
export interface LabelledPod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

interface PodIndex {
  readonly all: readonly LabelledPod[];
  /** By key and value: joining them for every question would be most of its time. */
  readonly byLabel: ReadonlyMap<string, ReadonlyMap<string, readonly LabelledPod[]>>;
}

type Read = ObjectGraph & Pick<Graph, "workloads">;

/** Whether a selector matches any pod, in one namespace or everywhere; an empty selector matches all. */
export function selectsAnyPod(
  graph: Read,
  selector: Readonly<Record<string, string>>,
  namespace?: string,
): boolean {
  const isSelected = (each: LabelledPod): boolean =>
    (namespace === undefined || each.namespace === namespace) && selects(selector, each.labels);
  return (
    fewest(ofObjects(graph), selector).some(isSelected) ||
    fewest(ofModels(graph.workloads), selector).some(isSelected)
  );
}

/** Those that have the rarest of the labels asked for. */
function fewest({ all, byLabel }: PodIndex, selector: Readonly<Record<string, string>>) {
  let least = all;
  for (const key in selector) {
    const some = byLabel.get(key)?.get(selector[key] ?? "") ?? [];
    if (some.length < least.length) least = some;
  }
  return least;
}

const ofObjects = perGraph((graph) => createIndex([...virtualPods(graph), ...machines(graph)]));

/** What runs outside the cluster, and what will join from there. */
function machines(graph: ObjectGraph): readonly LabelledPod[] {
  const entries = objectsOf(graph, workloadEntryType).map((object) => ({
    namespace: object.namespace,
    labels: workloadEntrySpec(object)?.labels ?? {},
  }));
  const groups = objectsOf(graph, workloadGroupType).map((object) => ({
    namespace: object.namespace,
    labels: workloadGroupSpec(object)?.metadata?.labels ?? {},
  }));
  return [...entries, ...groups];
}

const known = new WeakMap<readonly WorkloadNode[], PodIndex>();

/** Workloads of a model have no object. */
function ofModels(workloads: readonly WorkloadNode[]): PodIndex {
  const found = known.get(workloads);
  if (found !== undefined) return found;
  const index = createIndex(workloads.filter(({ origin }) => origin.object === undefined));
  known.set(workloads, index);
  return index;
}

function createIndex(all: readonly LabelledPod[]): PodIndex {
  const byLabel = new Map<string, Map<string, LabelledPod[]>>();
  for (const pod of all) {
    for (const key in pod.labels) addByLabel(byLabel, key, pod.labels[key] ?? "", pod);
  }
  return { all, byLabel };
}
