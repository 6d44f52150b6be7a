import type { Graph, WorkloadNode } from "../../graph/graph.ts";
import { workloadEntrySpec, workloadEntryType } from "../../graph/kinds/workload-entry.ts";
import { workloadGroupSpec, workloadGroupType } from "../../graph/kinds/workload-group.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
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
  readonly byLabel: ReadonlyMap<string, readonly LabelledPod[]>;
}

type Read = ObjectGraph & Pick<Graph, "workloads">;

/** Whether a selector matches any pod, in one namespace or everywhere; an empty selector matches all. */
export function selectsAnyPod(
  graph: Read,
  selector: Readonly<Record<string, string>>,
  namespace?: string,
): boolean {
  const indexes = [ofObjects(graph), ofModels(graph.workloads)];
  return indexes.some((index) =>
    fewest(index, selector).some(
      (each) =>
        (namespace === undefined || each.namespace === namespace) && selects(selector, each.labels),
    ),
  );
}

/** Those that have the rarest of the labels asked for. */
function fewest({ all, byLabel }: PodIndex, selector: Readonly<Record<string, string>>) {
  let least = all;
  for (const pair of Object.entries(selector)) {
    const some = byLabel.get(pair.join("=")) ?? [];
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
  const byLabel = new Map<string, LabelledPod[]>();
  for (const pod of all) {
    for (const pair of Object.entries(pod.labels)) {
      const key = pair.join("=");
      const there = byLabel.get(key);
      if (there === undefined) byLabel.set(key, [pod]);
      else there.push(pod);
    }
  }
  return { all, byLabel };
}
