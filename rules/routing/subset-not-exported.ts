import { destinationRuleSpec } from "../../graph/kinds/destination-rule.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { resolveExportTo } from "../../graph/objects/known-hosts.ts";
import { meshConfig } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { exportedByHost } from "./exported-objects.ts";
import { routesMesh } from "./gateway-names.ts";
import { routeDestinations } from "./route-destinations.ts";

/**
 * The clients of a VirtualService see a DestinationRule that has the subsets it sends to. One that is exported to others
 * alone defines nothing for them, and the proxy answers 503.
 */
export const subsetNotExported: Rule = {
  id: "routing/subset-not-exported",
  code: "HED4837",
  severity: "error",
  summary: "the subsets of a route are exported to where the route is used",
  covers: ["KIA1107"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { policies } = exportedByHost(graph);
    if (policies.size === 0) return;
    const fallback = meshConfig(graph).config.defaultVirtualServiceExportTo ?? [];
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { gateways, exportTo = [] } = virtualServiceSpec(object) ?? {};
      // Gateways look rules up from their own namespace.
      if (!routesMesh({ gateways })) continue;
      const said = exportTo.length === 0 ? fallback : exportTo;
      const scopes = resolveExportTo(said, object.namespace);
      const ownToo = scopes.has("*") || scopes.has(object.namespace);
      const viewers = ownToo ? [object.namespace] : [...scopes];
      for (const { host, full, subset, path } of routeDestinations(object)) {
        if (subset === undefined) continue;
        const rules = (policies.get(full) ?? []).filter((each) =>
          destinationRuleSpec(each.object)?.subsets?.some(({ name }) => name === subset),
        );
        const blind = viewers.find(
          (viewer) => !rules.some((each) => each.exportTo.has("*") || each.exportTo.has(viewer)),
        );
        const [rule] = rules;
        if (rule === undefined || blind === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `sends to "${subset}" of ${host}, which ${rule.object.origin().source} defines and does not export to namespace ${blind}, where this route is used`,
          fix: `add ${blind} to exportTo of the DestinationRule, or define the subset in a DestinationRule of namespace ${blind}`,
          absent: ["subset"],
        });
      }
    }
  },
};
