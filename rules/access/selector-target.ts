import type { Graph, WorkloadNode } from "../../graph/graph.ts";
import { isDelivered } from "../../graph/objects/delivered-namespaces.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import {
  findNamespace,
  findObject,
  objectsOf,
  type ObjectGraph,
} from "../../graph/objects/objects-of.ts";
import { podsSelectedBy, virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { selects } from "../../graph/query.ts";
import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { isStandardGateway } from "../gateway/standard-gateway.ts";

/** Labels that an object selects pods by. */
export type Labels = Readonly<Record<string, string>>;

type Read = Pick<Graph, "objects" | "workloads">;

/** What a selector is looked for among. */
export interface Selection {
  readonly labels: Labels;
  /** Undefined: everywhere. */
  readonly namespace: string | undefined;
  /** Which of the pods count; default all. */
  readonly accepts?: (pod: VirtualPod) => boolean;
}

/**
 * Undefined where a selector selects something: a pod of the input, a workload that a model vouches for, or a gateway
 * that comes with Istio or that a Gateway of the input names, which files of applications do not describe. Else what
 * that means: a fault where the input describes workloads or the namespace, and nothing that can be decided where it only
 * holds policies, or where a chart brings more.
 */
export function nothingSelected(
  graph: Read,
  { labels, namespace, accepts = () => true }: Selection,
): "fail" | "unknown" | undefined {
  const released = releasedGateways(graph);
  if (isStandardGateway(labels)) return undefined;
  if (released.size > 0 && released.has(printLabels(labels))) return undefined;
  if (podsSelectedBy(graph, namespace, labels).some(accepts)) return undefined;
  if (namespace !== undefined && selectsKubernetesGateway(graph, namespace, labels))
    return undefined;
  const isVouched = vouched(graph.workloads).some(
    (each) =>
      (namespace === undefined || each.namespace === namespace) && selects(labels, each.labels),
  );
  if (isVouched) return undefined;
  if (isDelivered(graph, namespace)) return "unknown";
  const described = namespace !== undefined && findNamespace(graph, namespace) !== undefined;
  return described || virtualPods(graph).length > 0 ? "fail" : "unknown";
}

/** Labels of gateways that Helm deploys, `istio: <release>`, where a Gateway of that name selects them. */
export const releasedGateways = perGraph(
  (graph): ReadonlySet<string> =>
    new Set(
      objectsOf(graph, gatewayType)
        .map((object) => ({ object, said: printLabels(gatewaySpec(object)?.selector ?? {}) }))
        .filter(({ object, said }) => said === `istio=${object.name}`)
        .map(({ said }) => said),
    ),
);

/** Where a policy of security holds: in the root namespace everywhere. */
export function scopeOfPolicy(graph: ObjectGraph, namespace: string): string | undefined {
  return namespace === rootNamespace(graph) ? undefined : namespace;
}

const vouchedOf = new WeakMap<readonly WorkloadNode[], readonly WorkloadNode[]>();

/** Workloads that no object of the input is: those of a model. */
function vouched(workloads: readonly WorkloadNode[]): readonly WorkloadNode[] {
  const known = vouchedOf.get(workloads);
  if (known !== undefined) return known;
  const found = workloads.filter(({ origin }) => origin.object === undefined);
  vouchedOf.set(workloads, found);
  return found;
}

/** Whether a selector names the pods that Istio makes for a Gateway of the Gateway API. */
export function selectsKubernetesGateway(
  graph: ObjectGraph,
  namespace: string,
  selector: Labels,
): boolean {
  const name = selector["gateway.networking.k8s.io/gateway-name"];
  if (name === undefined) return false;
  return findObject(graph, "gateway.networking.k8s.io/Gateway", namespace, name) !== undefined;
}

/** `a=b,c=d`, as people know selectors. */
export function printLabels(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(",");
}
