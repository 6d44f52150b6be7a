import { kubernetesRouteSpec, kubernetesRouteTypes } from "../../graph/kinds/gateway-api.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { meshGateway } from "../routing/gateway-names.ts";
import type { Finding, Rule } from "../rule.ts";
import { ambientHost, hasSidecars } from "./ambient-hosts.ts";

/** Routes for a service in ambient mode have a waypoint that follows them. ztunnel does not read requests. */
export const routeWithoutWaypoint: Rule = {
  id: "ambient/route-without-waypoint",
  code: "HED4800",
  severity: "warning",
  summary: "routes for a service in ambient mode have a waypoint",
  covers: ["KIA1109", "KIA1113"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (hasSidecars(graph)) return;
    for (const object of objectsOf(graph, virtualServiceType)) {
      const { hosts = [], gateways = [] } = virtualServiceSpec(object) ?? {};
      if (gateways.length > 0 && !gateways.includes(meshGateway)) continue;
      const index = hosts.findIndex((each) => isBare(each, object.namespace));
      if (index >= 0) find(fault(object.origin(["spec", "hosts", index]), hosts[index]));
    }
    for (const object of kubernetesRouteTypes.flatMap((type) => objectsOf(graph, type))) {
      const { parentRefs = [] } = kubernetesRouteSpec(object) ?? {};
      for (const [index, { kind, name, namespace }] of parentRefs.entries()) {
        if (kind !== "Service" || name === undefined) continue;
        if (!isBare(name, namespace ?? object.namespace)) continue;
        find(fault(object.origin(["spec", "parentRefs", index]), name));
      }
    }

    function isBare(host: string, namespace: string): boolean {
      const known = ambientHost(graph, host, namespace);
      return known !== undefined && known.waypoint === undefined;
    }
  },
};

function fault(origin: Finding["origin"], host = ""): Finding {
  return {
    outcome: "fail",
    origin,
    message: `${host} is in ambient mode and uses no waypoint, so that nobody follows these routes`,
    fix: "deploy a waypoint and label the service or its namespace istio.io/use-waypoint",
    absent: ["service"],
  };
}
