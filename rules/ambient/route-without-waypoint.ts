import { kubernetesRouteSpec, kubernetesRouteTypes } from "../../graph/kinds/gateway-api.ts";
import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Finding, Rule } from "../rule.ts";
import {
  ambientHost,
  hasAmbient,
  isBareNamespace,
  isServedElsewhere,
  whoPassesBy,
  type AmbientHost,
} from "./ambient-hosts.ts";
import { routesMesh } from "../routing/gateway-names.ts";
import { routesRequests } from "./reads-requests.ts";

/** Routes for a service in ambient mode have a waypoint that follows them. ztunnel does not read requests. */
export const routeWithoutWaypoint: Rule = {
  id: "ambient/route-without-waypoint",
  code: "HED4800",
  severity: "warning",
  summary: "routes for a service in ambient mode have a waypoint",
  covers: ["KIA1109", "KIA1113", "KIA1114"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (!hasAmbient(graph)) return;
    for (const object of objectsOf(graph, virtualServiceType)) {
      const spec = virtualServiceSpec(object) ?? {};
      const { hosts = [] } = spec;
      const { namespace } = object;
      if (!routesMesh(spec)) continue;
      const index = hosts.findIndex((each) => bareHost(each, namespace) !== undefined);
      const forRequests = routesRequests(spec);
      if (index >= 0) {
        const host = hosts[index] ?? "";
        const foreign = bareHost(host, namespace)?.namespace !== namespace;
        const covers = foreign ? ["KIA1113", "KIA1114"] : ["KIA1113"];
        const origin = object.origin(["spec", "hosts", index]);
        find({ ...fault(origin, host), covers: forRequests ? covers : [] });
      } else if (forRequests && hosts.length > 0 && isBareNamespace(graph, namespace)) {
        if (hosts.some((each) => isServedElsewhere(graph, each, namespace))) continue;
        const origin = object.origin(["spec", "hosts", 0]);
        find({ ...fault(origin, `namespace ${namespace}`), covers: ["KIA1109"] });
      }
    }
    for (const object of kubernetesRouteTypes.flatMap((type) => objectsOf(graph, type))) {
      const { parentRefs = [] } = kubernetesRouteSpec(object) ?? {};
      for (const [index, { kind, name, namespace }] of parentRefs.entries()) {
        if (kind !== "Service" || name === undefined) continue;
        if (bareHost(name, namespace ?? object.namespace) === undefined) continue;
        find({ ...fault(object.origin(["spec", "parentRefs", index]), name), covers: [] });
      }
    }

    function bareHost(host: string, namespace: string): AmbientHost | undefined {
      const known = ambientHost(graph, host, namespace);
      return known?.waypoint === undefined ? known : undefined;
    }

    function fault(origin: Finding["origin"], what: string): Finding {
      return {
        outcome: "fail",
        origin,
        message: `${what} is in ambient mode and uses no waypoint, so that ${whoPassesBy(graph)} these routes`,
        fix: "deploy a waypoint and label the service or its namespace istio.io/use-waypoint",
        absent: ["service"],
      };
    }
  },
};
