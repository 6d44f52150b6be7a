import type { Mesh, Service } from "../../model/index.ts";
import type { OriginOf } from "../create-origin.ts";
import type { RouteNode, ServiceId } from "../graph.ts";
import { hostOf } from "../names.ts";
import { buildGatewayRoutes } from "./build-gateway-routes.ts";
import { buildRules, type Caller } from "./build-rules.ts";
import { routeOf } from "./route-of.ts";

/**
 * The routes inside the mesh, one a service, and those of every gateway, one a service that it leads to. A service
 * without a route of its own has one with a single rule: that is where "no implicit retry" is said.
 */
export function buildRoutes(mesh: Mesh, origin: OriginOf): readonly RouteNode[] {
  const callers = callersWithPolicy(mesh);
  const inside = Object.values(mesh.services).map((service) =>
    meshRoute(mesh, service, callers.get(service.name) ?? [], origin),
  );
  return [...inside, ...buildGatewayRoutes(mesh, origin)];
}

function meshRoute(
  mesh: Mesh,
  service: Service,
  callers: readonly Caller[],
  origin: OriginOf,
): RouteNode {
  const route = routeOf(mesh, service.name);
  const sourceOf = (name: string): ServiceId => {
    const namespace = mesh.services[name]?.namespace ?? mesh.namespace;
    return `${namespace}/${name}`;
  };
  const place = Object.hasOwn(mesh.routes, service.name) ? "routes" : "services";
  return {
    name: service.name,
    namespace: service.namespace,
    hosts: [hostOf(service)],
    gateways: ["mesh"],
    rules: buildRules({ service, route, callers, sourceOf, origin }),
    origin: origin([place, service.name]),
  };
}

/** Who sets a timeout or retries of its own, by the service that it calls. */
function callersWithPolicy(mesh: Mesh): ReadonlyMap<string, readonly Caller[]> {
  const callers = Object.values(mesh.services).flatMap((service): Caller[] => {
    if (service.kind === "external") return [];
    return service.calls
      .filter(({ timeout, retries }) => timeout !== undefined || retries !== undefined)
      .map((call) => ({ service, call }));
  });
  return Map.groupBy(callers, ({ call }) => call.to);
}
