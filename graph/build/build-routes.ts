import type { Mesh, Service } from "../../model/index.ts";
import type { OriginOf } from "../create-origin.ts";
import type { RouteNode } from "../graph.ts";
import { gatewayRouteName, hostOf } from "../names.ts";
import { buildRules, type Caller } from "./build-rules.ts";
import { routeOf } from "./route-of.ts";

/**
 * The routes inside the mesh, one a service, and those of every gateway, one a service that it leads to. A service
 * without a route of its own has one with a single rule: that is where "no implicit retry" is said.
 */
export function buildRoutes(mesh: Mesh, origin: OriginOf): readonly RouteNode[] {
  const inside = Object.values(mesh.services).map((service) => meshRoute(mesh, service, origin));
  return [...inside, ...gatewayRoutes(mesh, origin)];
}

function meshRoute(mesh: Mesh, service: Service, origin: OriginOf): RouteNode {
  const route = routeOf(mesh, service.name);
  const place = Object.hasOwn(mesh.routes, service.name) ? "routes" : "services";
  return {
    name: service.name,
    namespace: service.namespace,
    hosts: [hostOf(service)],
    gateways: ["mesh"],
    rules: buildRules({ service, route, callers: callersWithPolicy(mesh, service), origin }),
    origin: origin([place, service.name]),
  };
}

function gatewayRoutes(mesh: Mesh, origin: OriginOf): RouteNode[] {
  return Object.values(mesh.gateways).flatMap((gateway) => {
    const names = [...new Set(gateway.hosts.map((each) => each.service))].sort();
    return names.flatMap((name): RouteNode[] => {
      const service = mesh.services[name];
      if (service === undefined) return [];
      const hosts = gateway.hosts.filter((each) => each.service === name).map(({ host }) => host);
      return [
        {
          name: gatewayRouteName(gateway.name, name),
          namespace: gateway.namespace,
          hosts,
          gateways: [`${gateway.namespace}/${gateway.name}`],
          rules: buildRules({ service, route: routeOf(mesh, service.name), callers: [], origin }),
          origin: origin(["gateways", gateway.name, "hosts", hosts[0] ?? name]),
        },
      ];
    });
  });
}

function callersWithPolicy(mesh: Mesh, callee: Service): Caller[] {
  return Object.values(mesh.services).flatMap((service): Caller[] => {
    if (service.kind === "external") return [];
    const call = service.calls.find(({ to }) => to === callee.name);
    if (call === undefined) return [];
    if (call.timeout === undefined && call.retries === undefined) return [];
    return [{ service, call }];
  });
}
