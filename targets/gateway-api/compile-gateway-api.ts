import type { Report } from "../../diagnostics/index.ts";
import { serviceByHost, type Graph, type Manifest, type RouteNode } from "../../graph/index.ts";
import { servicesOf, type Mesh } from "../../model/index.ts";
import { sortManifests } from "../sort-manifests.ts";
import { checkNames } from "./check-names.ts";
import { connectionRoutes } from "./connection-routes.ts";
import { headerValuesOf, type GatewayApiOptions } from "./gateway-api-options.ts";
import { gatewayRoutes } from "./gateway-routes.ts";
import { gateway } from "./gateway.ts";
import { meshRoutes } from "./mesh-routes.ts";
import { redirectRoutes } from "./redirect-routes.ts";
import { referenceGrants } from "./reference-grants.ts";
import { ownHostService, versionServices } from "./version-services.ts";

/** Destinations come before the routes that name them. */
const kinds = [
  "Service",
  "ReferenceGrant",
  "Gateway",
  "HTTPRoute",
  "GRPCRoute",
  "TLSRoute",
  "TCPRoute",
];

/**
 * Every object of the Gateway API of a mesh, and the Services of its versions, sorted. What a route cannot take is an
 * error (HED3001), as are names that are too long or taken (HED3002). A policy that one caller owns and a service outside
 * the mesh are left out here: `reportLosses` says so.
 */
export function compileGatewayApi(
  mesh: Mesh,
  graph: Pick<Graph, "routes" | "services">,
  report: Report,
  {
    className = "istio",
    channel = "standard",
    headerValues = headerValuesOf(className),
  }: GatewayApiOptions = {},
): readonly Manifest[] {
  const routesOf = (route: RouteNode): readonly Manifest[] => {
    const place = { services: graph.services, headerValues, channel, report };
    const owner = Object.values(mesh.gateways).find(({ namespace, name }) =>
      route.gateways.includes(`${namespace}/${name}`),
    );
    if (owner !== undefined && route.connections === undefined) {
      return gatewayRoutes(route, { gateway: owner, ...place });
    }
    const service = serviceByHost(graph, route.service ?? "");
    if (service === undefined || service.external) return [];
    if (route.gateways.includes("mesh")) {
      return meshRoutes(route, { service, ...place }, channel, report);
    }
    if (owner === undefined || route.connections === undefined) return [];
    return connectionRoutes(route, { gateway: owner, service }, route.connections);
  };
  const routes = graph.routes.flatMap(routesOf);
  const services = servicesOf(mesh);
  const gateways = Object.values(mesh.gateways);
  const manifests = [
    ...services.flatMap((each) =>
      each.kind === "workload" ? [...ownHostService(each), ...versionServices(each)] : [],
    ),
    ...referenceGrants(routes),
    ...gateways
      .filter(({ kind }) => kind === "ingress")
      .flatMap((each) => [gateway(each, className), ...redirectRoutes(each)]),
    ...routes,
  ];
  checkNames(mesh, manifests, report);
  return sortManifests(manifests, kinds);
}
