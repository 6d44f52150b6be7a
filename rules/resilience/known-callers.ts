import type { Graph, ServiceNode } from "../../graph/graph.ts";
import { podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { perList } from "../../graph/per-list.ts";
import { calledAddresses } from "../workloads/called-addresses.ts";
import { configuredPods } from "./configured-pods.ts";

type Read = Pick<Graph, "objects" | "services" | "calls">;
type Callers = ReadonlyMap<string, ReadonlySet<VirtualPod>>;

const foundCallers = new WeakMap<Read, Callers>();

/**
 * The workloads of the input that call a service, by the full name of its host: those whose settings hold its URL, and
 * those of services that are declared to call it.
 */
export function knownCallers(graph: Read): Callers {
  const found = foundCallers.get(graph) ?? findCallers(graph);
  foundCallers.set(graph, found);
  return found;
}

function findCallers({ objects, services, calls }: Read): Callers {
  const graph = { objects };
  const callers = new Map<string, Set<VirtualPod>>();
  const add = (host: string, pod: VirtualPod) => {
    callers.set(host, (callers.get(host) ?? new Set()).add(pod));
  };
  for (const pod of configuredPods(graph)) {
    for (const { host } of calledAddresses(pod)) add(host, pod);
  }
  for (const { from, to } of calls) {
    const known = byId(services);
    const [caller, callee] = [known.get(from), known.get(to)];
    if (caller?.selector === undefined || callee === undefined) continue;
    for (const pod of podsSelectedBy(graph, caller.namespace, caller.selector)) {
      add(callee.host, pod);
    }
  }
  return callers;
}

const byId = perList(
  (services: readonly ServiceNode[]) => new Map(services.map((each) => [each.id, each])),
);
