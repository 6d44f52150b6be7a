import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { settledObjects } from "../access/settled-objects.ts";
import { routeDestinations } from "../routing/route-destinations.ts";
import type { Rule } from "../rule.ts";
import { originationsTo } from "./origination.ts";

/** Where the application starts TLS, the proxy does not start it once more. */
export const doubleTls: Rule = {
  id: "egress/double-tls",
  code: "HED4603",
  severity: "warning",
  summary: "the application or the proxy starts TLS to a host outside, not both",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, serviceEntryType, find)) {
      const { hosts = [], ports = [], location } = serviceEntrySpec(object) ?? {};
      const number = ports.find(({ protocol = "" }) => /^(?:HTTPS|TLS)$/i.test(protocol))?.number;
      if (number === undefined || location === "MESH_INTERNAL") continue;
      for (const host of hosts) {
        const full = completeHost(host, object.namespace);
        // A gateway on the way out takes HTTP and routes it to this port with TLS.
        if (routedHosts(graph).has(full)) continue;
        for (const { object: rule, spec, settings } of originationsTo(graph, full)) {
          if (spec.host !== host || spec.workloadSelector !== undefined) continue;
          const own = settings.find(
            ({ inSubset, port }) =>
              !inSubset && (port === number || (port === undefined && ports.length === 1)),
          );
          if (own === undefined) continue;
          find({
            outcome: "fail",
            origin: rule.origin([...own.path, "mode"]),
            message: `makes clients of ${host} start TLS (${own.tls.mode ?? ""}) at port ${String(number)}, on which ServiceEntry ${object.name} says that applications do so themselves`,
            fix: "remove the tls of the DestinationRule, or declare a port of HTTP for applications that leave TLS to the proxy",
          });
        }
      }
    }
  },
};

/** Hosts that routes lead to. */
const routedHosts = perGraph((graph: ObjectGraph): ReadonlySet<string> => {
  const hosts = objectsOf(graph, virtualServiceType).flatMap((object) =>
    routeDestinations(object).map(({ full }) => full),
  );
  return new Set(hosts);
});
