import type { Mesh, Service } from "../../model/index.ts";
import { servicesOf } from "../../model/services-of.ts";
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
  const inside = servicesOf(mesh).flatMap((service) =>
    routedHosts(service).map((host, index) =>
      meshRoute(mesh, { service, host, index }, callers.get(service.name) ?? [], origin),
    ),
  );
  return [...inside, ...buildGatewayRoutes(mesh, origin)];
}

/** A wildcard is no place that a route could send to. */
function routedHosts(service: Service): readonly string[] {
  if (service.kind === "workload") return [hostOf(service)];
  return service.hosts.filter((host) => !host.startsWith("*."));
}

interface RoutedHost {
  readonly service: Service;
  readonly host: string;
  /** Its place among the hosts of the service. */
  readonly index: number;
}

function meshRoute(
  mesh: Mesh,
  { service, host, index }: RoutedHost,
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
    name: index === 0 ? service.name : `${service.name}-${String(index + 1)}`,
    namespace: service.namespace,
    hosts: [host],
    gateways: ["mesh"],
    rules: buildRules({ mesh, service, host, route, callers, sourceOf, origin }),
    service: host,
    origin: origin([place, service.name]),
  };
}

/** Who sets a timeout or retries of its own, by the service that it calls. */
function callersWithPolicy(mesh: Mesh): ReadonlyMap<string, readonly Caller[]> {
  const callers = servicesOf(mesh).flatMap((service): Caller[] => {
    if (service.kind === "external") return [];
    return service.calls
      .filter(({ timeout, retries }) => timeout !== undefined || retries !== undefined)
      .map((call) => ({ service, call }));
  });
  return Map.groupBy(callers, ({ call }) => call.to);
}
