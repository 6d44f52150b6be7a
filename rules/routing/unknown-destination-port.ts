import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";
import { findDestination } from "./find-destination.ts";
import { routeDestinations } from "./route-destinations.ts";

/** The port of a destination is one of its service. Otherwise the proxy has no cluster for it and answers 503. */
export const unknownDestinationPort: Rule = {
  id: "routing/unknown-destination-port",
  code: "HED4203",
  severity: "error",
  summary: "a route sends only to ports that its destination has",
  covers: ["IST0101"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, virtualServiceType, "port")) {
      const { namespace } = object;
      for (const { host, full, port, path, mirror } of routeDestinations(object)) {
        if (port === undefined) continue;
        const exportTo = virtualServiceSpec(object)?.exportTo;
        const found = findDestination(graph, full, { namespace, exportTo });
        if (found.kind !== "found") continue;
        const { ports, object: target } = found.host;
        if (target.unresolved.length > 0 || ports.some(({ number }) => number === port)) continue;
        const known = ports.map(({ number }) => String(number)).join(", ") || "none";
        find({
          outcome: "fail",
          origin: object.origin([
            ...path,
            ...(mirror && path.length === 4 ? [] : ["destination"]),
            "port",
            "number",
          ]),
          message: `${mirror ? "mirrors" : "sends"} to port ${String(port)} of ${host}, which has none of that number; ports of ${target.origin().source}: ${known}`,
          fix: `use one of the ports, or add ${String(port)} to ${target.origin().source}`,
        });
      }
    }
  },
};
