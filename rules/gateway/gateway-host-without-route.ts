import type { Graph, ListenerNode } from "../../graph/graph.ts";
import { matchesHost } from "../find-service.ts";
import type { Rule } from "../rule.ts";

/**
 * Every host of a gateway has a route that is attached to it. Otherwise the gateway accepts the connection and
 * answers 404. A gateway without any route here cannot be decided: others attach theirs to it.
 */
export const gatewayHostWithoutRoute: Rule = {
  id: "gateway/gateway-host-without-route",
  code: "HED4009",
  severity: "error",
  summary: "every host of a gateway leads to a service",
  covers: [],
  reads: ["listeners", "routes"],
  needs: ["listener"],
  check(graph, find) {
    if (graph.listeners.length === 0) return;
    const hosts = hostsByGateway(graph);
    for (const listener of graph.listeners) {
      const { gateway, host, origin } = listener;
      const attached = hosts.get(gateway) ?? [];
      if (attached.some((each) => matchesHost(host, each) || matchesHost(each, host))) continue;
      find({
        outcome: attached.length === 0 ? "unknown" : "fail",
        origin,
        message: `gateway ${gateway} serves ${host}, and no route attached to it has that host; attached: ${printHosts(attached)}`,
        fix: `attach a route with the host ${host} to the gateway, or remove the host`,
        absent: ["route"],
      });
    }
  },
};

/** The hosts of the routes that are attached to each gateway. */
function hostsByGateway(
  graph: Pick<Graph, "routes">,
): ReadonlyMap<ListenerNode["gateway"], readonly string[]> {
  const all = new Map<string, string[]>();
  for (const { gateways, hosts } of graph.routes) {
    for (const gateway of gateways) {
      const there = all.get(gateway);
      if (there === undefined) all.set(gateway, [...hosts]);
      else there.push(...hosts);
    }
  }
  return all;
}

function printHosts(hosts: readonly string[]): string {
  const shown = hosts.slice(0, 5).join(", ") || "none";
  return hosts.length > 5 ? `${shown} and ${String(hosts.length - 5)} more` : shown;
}
