import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
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
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { namespace, unresolved } = object;
      for (const { host, port, path } of routeDestinations(object)) {
        if (port !== undefined || unresolved.some((each) => each.includes("port"))) continue;
        const exportTo = virtualServiceSpec(object)?.exportTo;
        const found = findDestination(graph, host, { namespace, exportTo });
        if (found.kind !== "found" || found.host.ports.length < 2) continue;
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
