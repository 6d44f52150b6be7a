import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import type { ObjectGraph } from "../../graph/objects/objects-of.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";

/** Hosts, also wildcards, for which a DestinationRule says how many retries may be under way at once. */
const budgeted = perGraph((graph): ReadonlySet<string> => {
  const said = objectsWith(graph, destinationRuleType, "retryBudget", "maxRetries");
  const hosts = said.flatMap((object) => {
    const { host = "", trafficPolicy, subsets = [] } = destinationRuleSpec(object) ?? {};
    const policies = [trafficPolicy, ...subsets.map((each) => each.trafficPolicy)];
    const has = policies.some(
      (each) =>
        each?.retryBudget !== undefined ||
        [each, ...(each?.portLevelSettings ?? [])].some(
          (one) => one?.connectionPool?.http?.maxRetries !== undefined,
        ),
    );
    return has ? [completeHost(host, object.namespace)] : [];
  });
  return new Set(hosts);
});

/** Whether the retries of requests to a host have a bound that all of them share. */
export function hasRetryBudget(graph: ObjectGraph, host: string): boolean {
  const hosts = budgeted(graph);
  if (hosts.has(host) || hosts.has("*")) return true;
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
    if (hosts.has(`*${host.slice(dot)}`)) return true;
  }
  return false;
}
