import type { Graph, RouteRuleNode } from "../../graph/graph.ts";
import { parseGoDuration } from "../../graph/lift/go-duration.ts";
import { perList } from "../../graph/per-list.ts";
import { rulesOf } from "../../graph/route-rules.ts";
import { printDuration } from "../../model/duration.ts";
import type { Rule } from "../rule.ts";
import { destinationPoliciesWith, type DestinationPolicy } from "./destination-policies.ts";

/**
 * A stated time to connect is shorter than the time of a try of every rule that sends there: else a request to an
 * instance that is gone waits for the connection until its time is over, and no other instance is tried.
 */
export const slowConnect: Rule = {
  id: "resilience/slow-connect",
  code: "HED4514",
  severity: "warning",
  summary: "connecting may take less time than a try",
  covers: [],
  reads: ["routes", "objects"],
  needs: ["retries"],
  check(graph, find) {
    for (const each of destinationPoliciesWith(graph, "connectTimeout")) {
      const connect = parseGoDuration(each.policy.connectionPool?.tcp?.connectTimeout ?? "");
      if (connect === undefined || connect === 0) continue;
      const worst = rulesTo(graph, each)
        .flatMap((rule) => timeOfTry(rule))
        .sort((a, b) => a.time - b.time)[0];
      if (worst === undefined || connect < worst.time) continue;
      find({
        outcome: "fail",
        origin: each.object.origin([...each.path, "connectionPool", "tcp", "connectTimeout"]),
        message: `connecting may take ${printDuration(connect)}, and ${worst.source} gives ${worst.what} ${printDuration(worst.time)}`,
        fix: `set connectTimeout below ${printDuration(worst.time)}`,
      });
    }
  },
};

/** The rules whose requests a policy is for. */
function rulesTo(graph: Pick<Graph, "routes">, { host, subset, port }: DestinationPolicy) {
  return (rulesByHost(graph.routes).get(host) ?? []).flatMap(({ rule, destination }) =>
    (subset === undefined || subset.name === destination.subset) &&
    (port === undefined || port === destination.port)
      ? [rule]
      : [],
  );
}

const rulesByHost = perList((routes: Graph["routes"]) =>
  Map.groupBy(
    rulesOf({ routes }).flatMap((rule) =>
      rule.destinations.map((destination) => ({ rule, destination })),
    ),
    ({ destination }) => destination.host,
  ),
);

function timeOfTry({ timeout, retries, origin: { source } }: RouteRuleNode) {
  const perTry = (retries?.attempts ?? 0) > 0 ? retries?.perTryTimeout : undefined;
  if (perTry !== undefined) return [{ time: perTry, what: "a try", source }];
  return timeout === undefined ? [] : [{ time: timeout, what: "the whole request", source }];
}
