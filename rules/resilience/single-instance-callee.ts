import type { Graph, ServiceNode } from "../../graph/graph.ts";
import { perList } from "../../graph/per-list.ts";
import { workloadsOf } from "../../graph/query.ts";
import type { Rule } from "../rule.ts";

/**
 * What several instances call has several instances too. Where everything has one, nobody asked for more, and two
 * versions with one instance each are a canary, not a reserve.
 */
export const singleInstanceCallee: Rule = {
  id: "resilience/single-instance-callee",
  code: "HED4520",
  severity: "info",
  summary: "what a service with several instances calls has several instances too",
  covers: [],
  reads: ["services", "workloads", "calls"],
  needs: [],
  check(graph, find) {
    if (graph.calls.length === 0) return;
    const services = byId(graph.services);
    for (const [to, calls] of Map.groupBy(graph.calls, (call) => call.to)) {
      const callee = services.get(to);
      if (callee === undefined || !isSingle(graph, callee)) continue;
      const callers = calls.flatMap(({ from }) => {
        const caller = services.get(from);
        return caller !== undefined && isReplicated(graph, caller) ? [from] : [];
      });
      if (callers.length === 0) continue;
      find({
        outcome: "fail",
        origin: callee.origin,
        message: `${to} has a single instance, and ${callers.sort().join(", ")} with several instances depends on it`,
        fix: `give ${to} at least 2 replicas`,
      });
    }
  },
};

const byId = perList(
  (services: readonly ServiceNode[]) => new Map(services.map((each) => [each.id, each])),
);

type Described = Pick<Graph, "workloads">;

/** One instance over all versions; a number that is not known may be more. */
function isSingle(graph: Described, service: ServiceNode): boolean {
  const all = workloadsOf(graph, service).map(({ replicas = Infinity }) => replicas);
  return all.reduce((sum, each) => sum + each, 0) === 1;
}

function isReplicated(graph: Described, service: ServiceNode): boolean {
  return workloadsOf(graph, service).some(({ replicas = 0 }) => replicas > 1);
}
