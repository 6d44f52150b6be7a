import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { knownHosts } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";
import { findDestination } from "./find-destination.ts";
import { routeDestinations } from "./route-destinations.ts";

/** A destination with several ports says which one is meant. */
export const destinationWithoutPort: Rule = {
  id: "routing/destination-without-port",
  code: "HED4204",
  severity: "error",
  summary: "a route to a service with several ports names one",
  covers: ["IST0112"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (!hasSeveralPorts(graph)) return;
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { namespace, unresolved } = object;
      const exportTo = virtualServiceSpec(object)?.exportTo;
      for (const { host, full, port, path } of routeDestinations(object)) {
        if (port !== undefined) continue;
        const found = findDestination(graph, full, { namespace, exportTo });
        if (found.kind !== "found" || found.host.ports.length < 2) continue;
        if (unresolved.some((each) => each.includes("port"))) continue;
        const ports = found.host.ports.map(({ number }) => String(number)).join(", ");
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `sends to ${host} without a port, and ${found.host.object.origin().source} has several: ${ports}`,
          fix: `add \`port: { number: … }\` with one of ${ports}`,
        });
      }
    }
  },
};

/** Whether any host has more ports than one. */
const hasSeveralPorts = perGraph((graph) => {
  const { byHost } = knownHosts(graph);
  return byHost.values().some((hosts) => hosts.some(({ ports }) => ports.length > 1));
});
