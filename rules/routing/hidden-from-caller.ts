import type { Graph } from "../../graph/graph.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { resolveHost } from "../../graph/objects/resolve-host.ts";
import { serviceById } from "../../graph/query.ts";
import { knownCallers } from "../resilience/known-callers.ts";
import type { Rule } from "../rule.ts";
import { areAllSeen, exportedByHost, type ExportedObject } from "./exported-objects.ts";

type Read = Pick<Graph, "objects" | "services" | "calls">;

/** Who calls a service sees it, and what is said of how to call it. */
export const hiddenFromCaller: Rule = {
  id: "routing/hidden-from-caller",
  code: "HED4774",
  severity: "warning",
  summary: "what callers of a service need is exported to them",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(graph, find) {
    const { routes, policies } = exportedByHost(graph);
    if (routes.size + policies.size === 0 && areAllSeen(graph)) return;
    const closed = meshConfig(graph).config.outboundTrafficPolicy?.mode === "REGISTRY_ONLY";
    for (const [host, namespaces] of callersByHost(graph)) {
      for (const namespace of namespaces) {
        const tell = (object: KubernetesObject, result: string) => {
          const isService = object.kind === "Service";
          const place = isService ? ["metadata", "annotations"] : ["spec", "exportTo"];
          find({
            outcome: "fail",
            origin: object.origin(place),
            message: `namespace ${namespace} calls ${host}, and this is not exported to it: ${result}`,
            fix: `add ${namespace} to ${isService ? "the annotation networking.istio.io/exportTo" : "exportTo"}`,
          });
        };
        const found = resolveHost(graph, host, namespace);
        if (found.kind === "invisible") {
          const { object, entry } = found.hosts[0];
          // Under REGISTRY_ONLY `egress/undeclared-dependency` says so of hosts outside.
          if (entry === undefined || !closed) tell(object, "its proxies do not know the host");
          continue;
        }
        const route = hidden(routes.get(host), namespace);
        if (route !== undefined) tell(route, "its requests are not routed by it");
        const policy = hidden(policies.get(host), namespace);
        if (policy !== undefined) tell(policy, "its proxies call the host without this policy");
      }
    }
  },
};

/** The first of some objects where a namespace sees none of them. */
function hidden(all: readonly ExportedObject[] = [], namespace: string) {
  const seen = all.some(({ exportTo }) => exportTo.has("*") || exportTo.has(namespace));
  return seen ? undefined : all[0]?.object;
}

/** Namespaces that call a host: by declaration, or by a URL in the settings of a workload. */
function callersByHost(graph: Read): ReadonlyMap<string, ReadonlySet<string>> {
  const callers = new Map<string, Set<string>>();
  const add = (host: string, namespace: string) => {
    callers.set(host, (callers.get(host) ?? new Set()).add(namespace));
  };
  for (const [host, pods] of knownCallers(graph)) {
    for (const { namespace } of pods) add(host, namespace);
  }
  for (const { from, to } of graph.calls) {
    const [caller, callee] = [serviceById(graph, from), serviceById(graph, to)];
    if (caller !== undefined && callee !== undefined) add(callee.host, caller.namespace);
  }
  return callers;
}
