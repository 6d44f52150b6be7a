import { serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
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
    const services = new Map(graph.services.map((each) => [each.id, each]));
    const { byHost, wildcards } = knownHosts(graph);
    const entries = [...[...byHost.values()].flat(), ...wildcards].filter(
      ({ object }) => object.type === serviceEntryType,
    );
    for (const { host, object, namespace, exportTo } of new Set(entries)) {
      if (!exportTo.has("*")) continue;
      const callers = graph.calls.flatMap(({ from, to }) => {
        const callee = services.get(to);
        const caller = services.get(from);
        const isIt = callee?.external === true && matchesHost(host, callee.host);
        return isIt && caller !== undefined ? [caller.namespace] : [];
      });
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
