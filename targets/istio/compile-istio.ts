import type { Report } from "../../diagnostics/index.ts";
import {
  accessPolicies,
  hostOf,
  tokenPolicies,
  type Graph,
  type Manifest,
  type RouteNode,
} from "../../graph/index.ts";
import { servicesOf, type Mesh, type Service } from "../../model/index.ts";
import { manifestName, sortManifests } from "../sort-manifests.ts";
import { authorizationPolicy } from "./authorization-policy.ts";
import { checkAsked } from "./check-asked.ts";
import { checkRemoteAddresses } from "./check-remote-addresses.ts";
import { connectionRoute } from "./connection-route.ts";
import { destinationRule } from "./destination-rule.ts";
import { externalRules } from "./external-rules.ts";
import { egressGateway, egressRoutes, towardsGateway, waysOut, type WayOut } from "./egress.ts";
import { gateway } from "./gateway.ts";
import { loginFiles } from "./login-files.ts";
import { loginFilters } from "./login-filter.ts";
import { loginRoutes } from "./login-routes.ts";
import { rateLimitFilter } from "./rate-limit-filter.ts";
import { machinesOf } from "./machines.ts";
import { peerAuthentication } from "./peer-authentication.ts";
import { redirectGateway } from "./redirect-gateway.ts";
import { requestAuthentications } from "./request-authentication.ts";
import { serviceEntries } from "./service-entry.ts";
import { sidecars } from "./sidecar.ts";
import { exported } from "./visibility.ts";
import { trafficExtensions } from "./traffic-extension.ts";
import { telemetries } from "./telemetry.ts";
import { virtualService } from "./virtual-service.ts";

/** Destinations come before the routes that name them. */
const kinds = [
  "ConfigMap",
  "PeerAuthentication",
  "RequestAuthentication",
  "AuthorizationPolicy",
  "ServiceEntry",
  "WorkloadEntry",
  "WorkloadGroup",
  "DestinationRule",
  "EnvoyFilter",
  "TrafficExtension",
  "Telemetry",
  "Sidecar",
  "Gateway",
  "VirtualService",
] as const;

/**
 * Every Istio object of a mesh, sorted. What Istio cannot express is an error in the report (HED3001), as are two
 * objects of one name (HED3002); nothing is dropped in silence.
 */
export function compileIstio(mesh: Mesh, graph: Graph, report: Report): readonly Manifest[] {
  const services = servicesOf(mesh);
  const gateways = Object.values(mesh.gateways);
  const ways = waysOut(mesh);
  const byHost = servicesByHost(services);
  checkAsked(mesh, report);
  checkRemoteAddresses(mesh, report);
  const manifests = [
    ...graph.receiverModes.map(peerAuthentication),
    ...requestAuthentications(mesh),
    ...[...accessPolicies(mesh, graph.routes), ...tokenPolicies(mesh)].map(authorizationPolicy),
    ...services.flatMap(serviceEntries),
    ...services.flatMap((each) => {
      if (each.kind === "workload") return [destinationRule(each)];
      return externalRules(each, ways.find(({ service }) => service === each)?.gateway);
    }),
    ...services.flatMap((each) => {
      return each.kind === "workload" && each.inMesh && each.limits.length > 0
        ? [rateLimitFilter(each, mesh)]
        : [];
    }),
    ...services.flatMap((each) => (each.kind === "workload" ? trafficExtensions(each) : [])),
    ...gateways.flatMap((each) => [...loginFiles(each), ...loginFilters(each, mesh)]),
    ...gateways.flatMap(trafficExtensions),
    ...telemetries(mesh),
    ...machinesOf(mesh),
    ...sidecars(mesh, graph),
    ...gateways.flatMap((each) => {
      return each.kind === "egress"
        ? egressGateway(each, ways)
        : [gateway(each), ...redirectGateway(each)];
    }),
    ...graph.routes
      .flatMap((each) => loginRoutes(each, gateways))
      .flatMap((each) => compileRoute(each, { graph, ways, byHost, report }) ?? []),
    ...ways.flatMap(egressRoutes),
  ];
  checkUnique(manifests, report);
  return sortManifests(manifests, kinds);
}

interface RouteContext {
  readonly graph: Graph;
  readonly ways: readonly WayOut[];
  readonly byHost: ReadonlyMap<string, Service>;
  readonly report: Report;
}

function servicesByHost(services: readonly Service[]): ReadonlyMap<string, Service> {
  return new Map(
    services.flatMap((service): (readonly [string, Service])[] => {
      const hosts = service.kind === "external" ? service.hosts : [hostOf(service)];
      return hosts.map((host) => [host, service]);
    }),
  );
}

/**
 * Requests are routed one by one; where a gateway sees none, whole connections are. What goes out through a gateway goes
 * to that first.
 */
function compileRoute(
  route: RouteNode,
  { graph, ways, byHost, report }: RouteContext,
): Manifest | undefined {
  if (route.connections !== undefined) return connectionRoute(route, route.connections);
  const compiled = virtualService(route, graph, report);
  // A gateway's route is for that gateway alone.
  if (!route.gateways.includes("mesh")) return compiled;
  const [host = ""] = route.hosts;
  const service = byHost.get(host);
  const way = ways.find((each) => each.service === service);
  const turned =
    way === undefined ? compiled : towardsGateway(compiled, way, { name: route.name, host });
  return turned === undefined ? undefined : exported(turned, service);
}

/** A gateway `a` with service `b-c` and a gateway `a-b` with service `c` want one name. */
function checkUnique(manifests: readonly Manifest[], report: Report): void {
  const counts = new Map<string, number>();
  for (const name of manifests.map(manifestName)) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) {
    if (count === 1) continue;
    report.add({
      code: "HED3002",
      severity: "error",
      path: [],
      message: `${String(count)} objects would be called ${name}`,
      fix: "rename the gateway or the service that its name is made of",
    });
  }
}
