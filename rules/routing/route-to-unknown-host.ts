import type { Graph, Origin } from "../../graph/graph.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { builtRoutes } from "../../graph/route-rules.ts";
import { findService, namespaceOfHost } from "../find-service.ts";
import type { Finding, Rule } from "../rule.ts";
import { judgeHost } from "./judge-host.ts";
import { routeDestinations } from "./route-destinations.ts";

type Find = (finding: Finding) => void;

/**
 * Every host that a route sends to, or mirrors to, is a service of the mesh or a declared external one, and can be
 * seen from there. A host in a namespace that is not described here cannot be decided; any other one is answered with
 * 503.
 */
export const routeToUnknownHost: Rule = {
  id: "routing/route-to-unknown-host",
  code: "HED4003",
  severity: "error",
  summary: "a route sends only to hosts that exist",
  covers: ["IST0101", "KIA1101"],
  reads: ["services", "workloads", "routes", "objects"],
  needs: ["destination"],
  check(graph, find) {
    checkModel(graph, find);
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { namespace } = object;
      const viewer = { namespace, exportTo: virtualServiceSpec(object)?.exportTo };
      for (const { host, full, path, mirror } of routeDestinations(object)) {
        const verdict = judgeHost(graph, full, viewer);
        if (verdict.kind === "found" || verdict.kind === "vouched") continue;
        const sends = `${mirror ? "mirrors" : "sends"} to ${host}`;
        const origin = object.origin(path);
        if (verdict.kind === "absent") find(absent(sends, origin, namespaceOfHost(full)));
        else if (verdict.kind === "elsewhere") find(elsewhere(sends, verdict.namespace, origin));
        else find(invisible(sends, verdict.host.object.origin(), origin));
      }
    }
  },
};

function checkModel(graph: Pick<Graph, "services" | "workloads" | "routes">, find: Find): void {
  for (const route of builtRoutes(graph)) {
    for (const { host, origin } of route.rules.flatMap((rule) => rule.destinations)) {
      const found = findService(graph, host);
      if (found.kind === "absent") find(absent(`sends to ${host}`, origin));
      else if (found.kind === "elsewhere") {
        find(elsewhere(`sends to ${host}`, found.namespace, origin));
      }
    }
  }
}

/** `within` is the namespace that the host says; only a service of the cluster has one. */
function absent(sends: string, origin: Origin, within?: string): Finding {
  const fix = "correct the host, or declare it: a service of the mesh, or an external one";
  const message = `${sends}, which no service and no service entry has`;
  const place = within === undefined ? {} : { within };
  return { outcome: "fail", origin, message, fix, absent: ["service"], ...place };
}

function invisible(sends: string, { source }: Origin, origin: Origin): Finding {
  const message = `${sends}, which ${source} does not export to where this route is used`;
  return { outcome: "fail", origin, message, fix: `add the namespace to exportTo of ${source}` };
}

function elsewhere(sends: string, namespace: string, origin: Origin): Finding {
  const message = `${sends}, and namespace ${namespace} is not described here`;
  const fix = "check the host by hand, or describe that namespace too";
  return { outcome: "unknown", origin, message, fix };
}
