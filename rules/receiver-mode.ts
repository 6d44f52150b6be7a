import type { Graph, ReceiverModeNode, WorkloadNode } from "../graph/graph.ts";
import { selects } from "../graph/query.ts";
import type { MtlsMode } from "../model/vocabulary.ts";

/** What a workload accepts on one port, or on all that have no setting of their own, and who says so. */
export interface ReceiverMode {
  readonly mode: MtlsMode;
  readonly port?: number;
  readonly node: ReceiverModeNode;
}

const none: readonly ReceiverMode[] = [];

/** Everything that a workload accepts, one entry a setting; empty where nothing in the graph decides. */
export function receiverModes(
  graph: Pick<Graph, "receiverModes">,
  workload: Pick<WorkloadNode, "namespace" | "labels">,
): readonly ReceiverMode[] {
  if (graph.receiverModes.length === 0) return none;
  const node = nearest(indexOf(graph.receiverModes), workload);
  if (node === undefined) return none;
  const ports = Object.entries(node.ports).map(([port, ofPort]) => ({
    mode: ofPort,
    port: Number(port),
    node,
  }));
  return [{ mode: node.mode, node }, ...ports];
}

/** Settings by what decides whether they hold: the mesh, a namespace, or one label in a namespace. */
type Index = ReadonlyMap<string, readonly ReceiverModeNode[]>;

const indexes = new WeakMap<readonly ReceiverModeNode[], Index>();

function indexOf(nodes: readonly ReceiverModeNode[]): Index {
  const known = indexes.get(nodes);
  if (known !== undefined) return known;
  const index = Map.groupBy(nodes, ({ scope }) => {
    if (scope.kind === "mesh") return "";
    const [label] = scope.kind === "workload" ? Object.entries(scope.labels) : [];
    return label === undefined ? scope.namespace : labelKey(scope.namespace, label);
  });
  indexes.set(nodes, index);
  return index;
}

function labelKey(namespace: string, [key, value]: readonly [string, string]): string {
  return `${namespace} ${key}=${value}`;
}

/** The nearest scope wins: workload, namespace, mesh. Of several alike the first counts. */
function nearest(
  index: Index,
  { namespace, labels }: Pick<WorkloadNode, "namespace" | "labels">,
): ReceiverModeNode | undefined {
  for (const label of Object.entries(labels)) {
    const own = index
      .get(labelKey(namespace, label))
      ?.find(({ scope }) => scope.kind === "workload" && selects(scope.labels, labels));
    if (own !== undefined) return own;
  }
  return (index.get(namespace) ?? index.get(""))?.[0];
}
