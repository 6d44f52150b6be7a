import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import { fewestReplicas } from "../operations/fewest-replicas.ts";
import type { Rule } from "../rule.ts";
import { destinationPolicies } from "./destination-policies.ts";
import { knownCallers } from "./known-callers.ts";
import { statedCapacity } from "./stated-capacity.ts";

/** What all clients may send together is at most what the server says that it takes: a limit is per proxy of a client. */
export const limitAboveCapacity: Rule = {
  id: "resilience/limit-above-capacity",
  code: "HED4749",
  severity: "info",
  summary: "what all clients together may send is what the server takes",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(graph, find) {
    const callers = knownCallers(graph);
    if (callers.size === 0) return;
    for (const { object, path, host, subset, policy } of destinationPolicies(graph)) {
      const { tcp, http } = policy.connectionPool ?? {};
      const limit = tcp?.maxConnections ?? http?.http2MaxRequests;
      if (limit === undefined || subset !== undefined) continue;
      const clients = sumOf([...(callers.get(host) ?? [])], (pod) => instances(graph, pod));
      if (clients === 0) continue;
      const capacity = sumOf(serversOf(graph, host), (pod) => {
        return (statedCapacity(pod) ?? 0) * instances(graph, pod);
      });
      if (capacity === 0 || limit * clients <= capacity) continue;
      find({
        outcome: "fail",
        origin: object.origin([...path, "connectionPool"]),
        message: `lets each of ${String(clients)} client instances have ${String(limit)} at once, ${String(limit * clients)} together, and the instances of ${host} say that they take ${String(capacity)}: the limit never protects them`,
        fix: `set it to at most ${String(Math.max(1, Math.floor(capacity / clients)))}, which is per client proxy, or add instances`,
      });
    }
  },
};

function serversOf(graph: ObjectGraph, host: string): readonly VirtualPod[] {
  const known = knownHosts(graph).byHost.get(host)?.[0];
  const selector = known?.service?.selector ?? {};
  if (known === undefined || Object.keys(selector).length === 0) return [];
  return podsSelectedBy(graph, known.namespace, selector);
}

function instances(graph: ObjectGraph, pod: VirtualPod): number {
  return fewestReplicas(graph, pod) ?? 1;
}

function sumOf(pods: readonly VirtualPod[], count: (pod: VirtualPod) => number): number {
  return pods.reduce((sum, pod) => sum + count(pod), 0);
}
