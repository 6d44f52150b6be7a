import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";

/**
 * Service accounts that workloads of a namespace run as; undefined where the input does not describe its workloads,
 * or where they come with Istio.
 */
export function accountsOf(graph: ObjectGraph, namespace: string): ReadonlySet<string> | undefined {
  return namespace === rootNamespace(graph) ? undefined : byNamespace(graph).get(namespace);
}

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
  return accounts;
});
