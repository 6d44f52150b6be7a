import type { Graph, WorkloadNode } from "../../graph/graph.ts";
import { perList } from "../../graph/per-list.ts";
import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import { secretType } from "../../graph/kinds/secret.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";

/**
 * Service accounts that workloads of a namespace run as; undefined where the input does not describe its workloads,
 * or where they come with Istio.
 */
export function accountsOf(
  graph: Pick<Graph, "objects" | "workloads">,
  namespace: string,
): ReadonlySet<string> | undefined {
  if (namespace === rootNamespace(graph)) return undefined;
  const ofObjects = byNamespace(graph).get(namespace);
  const ofModels = accountsOfModels(graph.workloads).get(namespace);
  if (ofObjects === undefined || ofModels === undefined) return ofObjects ?? ofModels;
  return ofObjects.union(ofModels);
}

/** Whether other clusters are part of the mesh: a Secret says how the control plane reaches them. */
export const hasOtherClusters: (graph: ObjectGraph) => boolean = perGraph((graph) =>
  objectsOf(graph, secretType).some(({ labels }) => labels["istio/multiCluster"] === "true"),
);

/** Workloads that no object of the input is: those of a model. */
const accountsOfModels = perList((workloads: readonly WorkloadNode[]) => {
  const accounts = new Map<string, Set<string>>();
  for (const { namespace, serviceAccount, origin } of workloads) {
    if (origin.object !== undefined) continue;
    const known = accounts.get(namespace) ?? new Set<string>();
    accounts.set(namespace, known.add(serviceAccount));
  }
  return accounts;
});

const byNamespace = perGraph((graph) => {
  const accounts = new Map<string, Set<string>>();
  const add = (namespace: string, account: string) => {
    const known = accounts.get(namespace);
    if (known === undefined) accounts.set(namespace, new Set([account]));
    else known.add(account);
  };
  for (const { namespace, serviceAccount } of virtualPods(graph)) add(namespace, serviceAccount);
  // What makes pods that are not described: machines, gateways of the Gateway API.
  for (const { namespace, raw } of objectsOf(graph, "networking.istio.io/WorkloadEntry")) {
    const { serviceAccount } = (raw["spec"] ?? {}) as { readonly serviceAccount?: unknown };
    if (typeof serviceAccount === "string" && accounts.has(namespace))
      add(namespace, serviceAccount);
  }
  for (const { namespace, raw } of objectsOf(graph, "networking.istio.io/WorkloadGroup")) {
    const spec = raw["spec"] as {
      readonly template?: { readonly serviceAccount?: unknown };
    } | null;
    const account = spec?.template?.serviceAccount;
    if (typeof account === "string" && accounts.has(namespace)) add(namespace, account);
  }
  for (const { namespace, name } of objectsOf(graph, "gateway.networking.k8s.io/Gateway")) {
    if (!accounts.has(namespace)) continue;
    for (const suffix of ["", "-istio", "-istio-waypoint"]) add(namespace, `${name}${suffix}`);
  }
  // Gateways of Istio's chart, whose account and label are both the name of their release.
  for (const object of objectsOf(graph, gatewayType)) {
    const release = gatewaySpec(object)?.selector?.["istio"];
    if (release !== undefined && accounts.has(object.namespace)) add(object.namespace, release);
  }
  return accounts;
});
