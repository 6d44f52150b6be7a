import type {
  CallEdge,
  Graph,
  ReceiverModeNode,
  ServiceId,
  ServiceNode,
  SubsetNode,
  WorkloadNode,
} from "./graph.ts";
import type { MtlsMode } from "../model/index.ts";
import { candidates, indexByLabel } from "./by-label.ts";
import { perList } from "./per-list.ts";

// Accessors over the graph: what rules, targets and reviews ask. All are pure; none throws.

/** The service with this host, also where the host is an external one. */
export function serviceByHost(
  graph: Pick<Graph, "services">,
  host: string,
): ServiceNode | undefined {
  return servicesByHost(graph.services).get(host);
}

/** The first one where a host is declared twice. */
const servicesByHost = perList(
  (services: readonly ServiceNode[]): ReadonlyMap<string, ServiceNode> =>
    new Map(services.map((each) => [each.host, each] as const).reverse()),
);

/** The calls that start at a service. */
export function callsFrom(graph: Pick<Graph, "calls">, from: ServiceId): readonly CallEdge[] {
  return callsByEnds(graph.calls).from.get(from) ?? [];
}

/** The calls that end at a service. */
export function callersOf(graph: Pick<Graph, "calls">, to: ServiceId): readonly CallEdge[] {
  return callsByEnds(graph.calls).to.get(to) ?? [];
}

const callsByEnds = perList((calls: readonly CallEdge[]) => ({
  from: Map.groupBy(calls, (each) => each.from),
  to: Map.groupBy(calls, (each) => each.to),
}));

/** The service with this id; the first one where two have it. */
export function serviceById(
  graph: Pick<Graph, "services">,
  id: ServiceId,
): ServiceNode | undefined {
  return servicesById(graph.services).get(id);
}

const servicesById = perList(
  (services: readonly ServiceNode[]): ReadonlyMap<ServiceId, ServiceNode> =>
    new Map(services.map((each) => [each.id, each] as const).reverse()),
);

/** Whether every label that a selector asks for is there, with the same value. An empty selector selects all. */
export function selects(
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): boolean {
  // Without a list of the entries, which would be most of what asking costs.
  for (const key in selector) {
    if (!Object.hasOwn(labels, key) || labels[key] !== selector[key]) return false;
  }
  return true;
}

/** The workloads that a service selects; none for an external one. */
export function workloadsOf(
  graph: Pick<Graph, "workloads">,
  { namespace, selector }: Pick<ServiceNode, "namespace" | "selector">,
): readonly WorkloadNode[] {
  if (selector === undefined) return [];
  return candidates(byLabel(graph.workloads), namespace, selector).filter((each) =>
    selects(selector, each.labels),
  );
}

/** The workloads of a namespace. */
export function workloadsIn(
  graph: Pick<Graph, "workloads">,
  namespace: string,
): readonly WorkloadNode[] {
  return byLabel(graph.workloads).byNamespace.get(namespace) ?? [];
}

const byLabel = perList(indexByLabel<WorkloadNode>);

/** The subset of a host by name. */
export function subsetOf(
  graph: Pick<Graph, "subsets">,
  host: string,
  name: string,
): SubsetNode | undefined {
  return subsetsOf(graph, host).find((each) => each.name === name);
}

/** The subsets of a host. */
export function subsetsOf(graph: Pick<Graph, "subsets">, host: string): readonly SubsetNode[] {
  return byHost(graph.subsets).get(host) ?? [];
}

const byHost = perList((subsets: readonly SubsetNode[]) =>
  Map.groupBy(subsets, ({ host }) => host),
);

/** The mode that holds for a receiver, and the node that says it. The nearest scope wins: port, workload, namespace, mesh. */
export interface EffectiveMode {
  readonly mode: MtlsMode;
  /** Undefined where nobody said anything: Istio's default is permissive. */
  readonly node?: ReceiverModeNode;
}

/** What one workload accepts on one port; without a port, on those that no rule names. */
export function effectiveReceiverMode(
  graph: Pick<Graph, "receiverModes">,
  workload: Pick<WorkloadNode, "namespace" | "labels">,
  port?: number,
): EffectiveMode {
  const { mesh, local } = byScope(graph.receiverModes);
  const nearest = [...mesh, ...(local.get(workload.namespace) ?? [])]
    .filter(({ scope }) => applies(scope, workload))
    .sort((a, b) => nearness[b.scope.kind] - nearness[a.scope.kind])[0];
  if (nearest === undefined) return { mode: "permissive" };
  const ofPort = port === undefined ? undefined : nearest.ports[port];
  return { mode: ofPort ?? nearest.mode, node: nearest };
}

const byScope = perList((modes: readonly ReceiverModeNode[]) => {
  const mesh = modes.filter(({ scope }) => scope.kind === "mesh");
  const rest = modes.filter(({ scope }) => scope.kind !== "mesh");
  const local = Map.groupBy(rest, ({ scope }) => (scope.kind === "mesh" ? "" : scope.namespace));
  return { mesh, local };
});

const nearness = { mesh: 0, namespace: 1, workload: 2 } as const;

function applies(
  scope: ReceiverModeNode["scope"],
  { namespace, labels }: Pick<WorkloadNode, "namespace" | "labels">,
): boolean {
  if (scope.kind === "mesh") return true;
  if (scope.namespace !== namespace) return false;
  return scope.kind === "namespace" || selects(scope.labels, labels);
}
