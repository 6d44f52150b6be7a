import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { knownHosts, resolveExportTo } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** No ServiceEntry has the name of a Service of another namespace: it would get that service's calls. */
export const hijackedService: Rule = {
  id: "service-entries/hijacked-service",
  code: "HED4262",
  severity: "error",
  summary: "a ServiceEntry does not take the name of another namespace's service",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { byHost } = knownHosts(graph);
    for (const object of objectsOf(graph, serviceEntryType)) {
      const { hosts = [], exportTo = [] } = serviceEntrySpec(object) ?? {};
      for (const [index, host] of hosts.entries()) {
        const service = byHost.get(host)?.find((each) => each.service !== undefined);
        if (service === undefined || service.namespace === object.namespace) continue;
        const scopes = resolveExportTo(exportTo, object.namespace);
        const who = scopes.has("*") ? "all namespaces" : [...scopes].join(", ");
        find({
          outcome: "fail",
          origin: object.origin(["spec", "hosts", index]),
          message: `has the name of ${service.object.origin().source}, whose calls from ${who} it can take`,
          fix: "use a host of your own, or define the entry in the namespace of the service",
        });
      }
    }
  },
};
