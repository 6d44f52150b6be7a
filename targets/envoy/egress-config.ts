import type { Report } from "../../diagnostics/index.ts";
import { accessPolicies, type Graph } from "../../graph/index.ts";
import {
  servicesOf,
  type ExternalService,
  type Gateway,
  type GatewayHost,
  type Mesh,
} from "../../model/index.ts";
import { accessFilters } from "./access-filters.ts";
import { authoriserFilters } from "./authoriser-filters.ts";
import { compressionFilters } from "./compression-filters.ts";
import type { Delivery } from "./delivery.ts";
import { edgeDoors } from "./edge-doors.ts";
import type { EdgeConfig } from "./edge-config.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { egressDoors, requestPort, tlsPort } from "./egress-doors.ts";
import { extensionFilters } from "./extension-filters.ts";
import { gatewayExtensions } from "./gateway-extensions.ts";
import { outsideClusters } from "./outside-cluster.ts";
import { onceByName } from "./once-by-name.ts";
import { secrets } from "./secret.ts";
import { siteClusters } from "./site-clusters.ts";
import { moduleClusters } from "./wasm-module.ts";

/**
 * Compiles a way out of the mesh to the resources of one proxy: it forwards what callers send to the services outside
 * that go through the gateway, and refuses everything else. Callers have to be pointed at it.
 */
export function egressConfig(
  mesh: Mesh,
  gateway: Gateway,
  {
    graph,
    site,
    delivery,
    report,
  }: {
    readonly graph: Pick<Graph, "routes">;
    readonly site: ResolvedSite;
    readonly delivery: Delivery;
    readonly report: Report;
  },
): EdgeConfig {
  const services = servicesOf(mesh).filter(
    (each): each is ExternalService => each.kind === "external" && each.through === gateway.name,
  );
  const { extensions } = gateway;
  const policies = accessPolicies(mesh, graph.routes);
  const checked = { ...gateway, hosts: services.flatMap(hostsOf) };
  const filters = [
    ...compressionFilters(site),
    ...extensionFilters(site, "access"),
    ...gatewayExtensions(extensions, "authentication"),
    ...gatewayExtensions(extensions, "authorization"),
    ...authoriserFilters(policies, { site, gateway: checked }, report),
    ...accessFilters(policies, { site, gateway: checked, report }),
    ...gatewayExtensions(extensions, "statistics"),
    ...extensionFilters(site, "routing"),
  ];
  const { listeners, routes } = egressDoors(gateway, services, {
    ...{ site, delivery, filters, limits: [] },
  });
  const servers = secretsOf(services, () => true);
  const certificates = secretsOf(services, ({ mode }) => mode === "mutual");
  return {
    site,
    mesh: mesh.name,
    delivery,
    certificateSecrets: servers,
    certificateHosts: {},
    doors: edgeDoors(gateway, site, listeners),
    clusters: onceByName([
      ...services.flatMap((service) => outsideClusters(service, { site, delivery })),
      ...moduleClusters(extensions, site),
      ...siteClusters(site),
    ]),
    listeners,
    routes,
    secrets: onceByName(secrets(site, { certificates, clients: [], servers })),
  };
}

type Origination = NonNullable<ExternalService["tls"]>;

function secretsOf(
  services: readonly ExternalService[],
  test: (tls: Origination) => boolean,
): readonly string[] {
  const named = services.flatMap(({ tls }) => {
    return tls?.secret === undefined || !test(tls) ? [] : [tls.secret];
  });
  return [...new Set(named)].sort();
}

/** What the gateway sees of each host: requests, and connections that no rule of access could look into. */
function hostsOf(service: ExternalService): readonly GatewayHost[] {
  const { hosts, name } = service;
  const carried = [
    ...(requestPort(service) === undefined ? [] : ["requests" as const]),
    ...(tlsPort(service) === undefined ? [] : ["connections" as const]),
  ];
  return hosts.flatMap((host) =>
    carried.map((carries): GatewayHost => ({
      host,
      service: name,
      paths: [],
      http: "serve",
      carries,
    })),
  );
}
