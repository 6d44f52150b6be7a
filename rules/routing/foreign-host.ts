import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost, knownHosts, resolveExportTo } from "../../graph/objects/known-hosts.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { meshGateway } from "./gateway-names.ts";

/** Who routes calls to a service of another namespace does so for its own callers only. */
export const foreignHost: Rule = {
  id: "routing/foreign-host",
  code: "HED4753",
  severity: "warning",
  summary: "routes for another namespace's service are not exported",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { config } = meshConfig(graph);
    const { byHost } = knownHosts(graph);
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { namespace } = object;
      // Who writes to the root namespace decides for everybody.
      if (namespace === config.rootNamespace) continue;
      const { hosts = [], gateways = [], exportTo = [] } = virtualServiceSpec(object) ?? {};
      // A name without a dot is one of its own namespace.
      if (!hosts.some((host) => host.includes("."))) continue;
      if (gateways.length > 0 && !gateways.includes(meshGateway)) continue;
      const fallback = config.defaultVirtualServiceExportTo ?? [];
      const scopes = resolveExportTo(exportTo.length > 0 ? exportTo : fallback, namespace);
      if ([...scopes].every((each) => each === namespace)) continue;
      for (const [index, host] of hosts.entries()) {
        const owner = byHost
          .get(completeHost(host, namespace))
          ?.find((each) => each.service !== undefined);
        if (owner === undefined || owner.namespace === namespace) continue;
        const who = scopes.has("*") ? "all namespaces" : [...scopes].join(", ");
        find({
          outcome: "fail",
          origin: object.origin(["spec", "hosts", index]),
          message: `decides where calls from ${who} to ${host} go, a service of namespace ${owner.namespace}`,
          fix: 'set exportTo to ["."], or move the VirtualService to the namespace of the service',
        });
      }
    }
  },
};
