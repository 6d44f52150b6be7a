import { serviceEntryType } from "../../graph/kinds/service-entry.ts";
import type { Graph } from "../../graph/graph.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
import { serviceById } from "../../graph/query.ts";
import { matchesHost } from "../find-service.ts";
import type { Rule } from "../rule.ts";

/** A host outside that only one namespace calls is only known there. */
export const exportedToAll: Rule = {
  id: "service-entries/exported-to-all",
  code: "HED4697",
  severity: "info",
  summary: "a ServiceEntry is exported to those who call it",
  covers: [],
  reads: ["objects", "services", "calls"],
  needs: [],
  check(graph, find) {
    const called = callersByHost(graph);
    const { byHost, wildcards } = knownHosts(graph);
    const entries = [...[...byHost.values()].flat(), ...wildcards].filter(
      ({ object }) => object.type === serviceEntryType,
    );
    for (const { host, object, namespace, exportTo } of new Set(entries)) {
      if (!exportTo.has("*")) continue;
      const callers = host.startsWith("*")
        ? [...called].flatMap(([each, namespaces]) => (matchesHost(host, each) ? namespaces : []))
        : (called.get(host) ?? []);
      if (callers.length === 0 || callers.some((each) => each !== namespace)) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `every namespace may call ${host}, and only services of ${namespace} are declared to`,
        fix: 'set exportTo to ["."]',
      });
    }
  },
};

/** Namespaces from which hosts outside are declared to be called, by host. */
function callersByHost(graph: Pick<Graph, "services" | "calls">) {
  const callers = new Map<string, string[]>();
  for (const { from, to } of graph.calls) {
    const [caller, callee] = [serviceById(graph, from), serviceById(graph, to)];
    if (caller === undefined || callee?.external !== true) continue;
    const known = callers.get(callee.host);
    if (known === undefined) callers.set(callee.host, [caller.namespace]);
    else known.push(caller.namespace);
  }
  return callers;
}
