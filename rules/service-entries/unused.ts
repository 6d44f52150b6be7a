import type { Graph, Origin } from "../../graph/graph.ts";
import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { matchesHost } from "../find-service.ts";
import type { Rule } from "../rule.ts";
import { hostsInSettings } from "../workloads/hosts-in-settings.ts";

type Read = Pick<Graph, "objects" | "services" | "routes" | "calls">;

/** Every host outside that the mesh knows is one that somebody calls, where calls are declared. */
export const unusedEntry: Rule = {
  id: "service-entries/unused",
  code: "HED4736",
  severity: "info",
  summary: "a host outside that the mesh knows is one that somebody calls",
  covers: [],
  reads: ["objects", "services", "routes", "calls"],
  needs: [],
  check(graph, find) {
    if (graph.calls.length === 0) return;
    const used = usedHosts(graph);
    for (const { host, origin } of entries(graph)) {
      if (used.has(host)) continue;
      if (host.startsWith("*") && [...used].some((each) => matchesHost(host, each))) continue;
      find({
        outcome: "fail",
        origin,
        message: `nobody is declared to call ${host}, and no route leads there`,
        fix: "remove it, or declare who calls it",
        absent: ["route"],
      });
    }
  },
};

/** Hosts outside: of ServiceEntries, and of external services of a mesh. */
function entries(graph: Read): { readonly host: string; readonly origin: Origin }[] {
  const declared = graph.services.flatMap(({ host, external, origin }) =>
    external && origin.object === undefined ? [{ host, origin }] : [],
  );
  const written = objectsOf(graph, serviceEntryType).flatMap((object) => {
    const { hosts = [], location, addresses = [] } = serviceEntrySpec(object) ?? {};
    // What is called by its address is called by no name.
    if (location === "MESH_INTERNAL" || addresses.length > 0) return [];
    return hosts.map((each, index) => {
      const origin = object.origin(["spec", "hosts", index]);
      return { host: completeHost(each, object.namespace), origin };
    });
  });
  return [...declared, ...written];
}

/** Hosts that calls go to, that routes lead to, or that stand in the settings of a workload. */
function usedHosts(graph: Read): ReadonlySet<string> {
  const byId = new Map(graph.services.map((each) => [each.id, each.host]));
  const called = graph.calls.flatMap(({ to }) => byId.get(to) ?? []);
  const routed = graph.routes.flatMap(({ rules, service, gateways }) =>
    rules.flatMap(({ destinations, mirror }) =>
      [...destinations, ...(mirror === undefined ? [] : [mirror])].flatMap(({ host }) =>
        // A model has a route of its own for each service.
        host === service && gateways.every((each) => each === "mesh") ? [] : [host],
      ),
    ),
  );
  return new Set([...called, ...routed, ...hostsInSettings(graph)]);
}
