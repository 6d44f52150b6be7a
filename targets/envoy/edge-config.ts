import type { Report } from "../../diagnostics/index.ts";
import { accessPolicies, type Graph, type RouteNode } from "../../graph/index.ts";
import type { Gateway, Mesh, WorkloadService } from "../../model/index.ts";
import { accessFilters } from "./access-filters.ts";
import { checkRouteLimits } from "./check-route-limits.ts";
import { cluster } from "./cluster.ts";
import type { Delivery } from "./delivery.ts";
import { doors } from "./doors.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Resource } from "./fields.ts";
import { secrets } from "./secret.ts";

/** The whole configuration of one proxy by kind of resource, each sorted by name. */
export interface EdgeConfig {
  readonly site: ResolvedSite;
  /** Name of the mesh. */
  readonly mesh: string;
  readonly delivery: Delivery;
  /** Names of the Secrets whose certificates it shows, sorted. */
  readonly certificateSecrets: readonly string[];
  /** Hosts that each of them is shown for, sorted. */
  readonly certificateHosts: Readonly<Record<string, readonly string[]>>;
  readonly clusters: readonly Resource[];
  readonly listeners: readonly Resource[];
  readonly routes: readonly Resource[];
  readonly secrets: readonly Resource[];
}

/** A route of the gateway and the service that it leads to. */
export interface ServedRoute {
  readonly route: RouteNode;
  readonly service: WorkloadService;
}

/**
 * Compiles what a gateway of the mesh does to the resources of one proxy. What Envoy cannot do at the edge is an error
 * (HED3001), as is a version that gets requests but has no endpoint at the site (HED3003).
 */
export function edgeConfig(
  mesh: Mesh,
  graph: Pick<Graph, "routes">,
  site: ResolvedSite,
  { delivery, report }: { readonly delivery: Delivery; readonly report: Report },
): EdgeConfig {
  const gateway = mesh.gateways[site.gateway];
  const served = gateway === undefined ? [] : servedRoutes(mesh, graph, gateway);
  for (const each of served) checkRouteLimits(each, site, report);
  const context = { mesh, site, delivery };
  const filters = accessFilters(accessPolicies(mesh, graph.routes), site, report);
  // Every version has its cluster, whether it gets requests or not: a changed weight never waits for one.
  const clusters = served.flatMap(({ service }) => [
    cluster(service, context),
    ...(service.versioned ? service.versions : []).map(({ name }) => {
      return cluster(service, context, name);
    }),
  ]);
  const certificateHosts = hostsBySecret(gateway?.hosts ?? []);
  const certificateSecrets = Object.keys(certificateHosts).sort();
  return {
    site,
    mesh: mesh.name,
    delivery,
    certificateSecrets,
    certificateHosts,
    clusters: byName(clusters),
    ...doors(gateway?.hosts ?? [], served, { site, delivery, filters }),
    secrets: byName(secrets(site, certificateSecrets)),
  };
}

function hostsBySecret(hosts: Gateway["hosts"]): EdgeConfig["certificateHosts"] {
  const secrets = [...new Set(hosts.flatMap(({ tlsSecret }) => tlsSecret ?? []))].sort();
  return Object.fromEntries(
    secrets.map((secret) => [
      secret,
      hosts.flatMap(({ host, tlsSecret }) => (tlsSecret === secret ? host : [])).sort(),
    ]),
  );
}

function servedRoutes(
  mesh: Mesh,
  graph: Pick<Graph, "routes">,
  { name, namespace, hosts }: Gateway,
): readonly ServedRoute[] {
  const id = `${namespace}/${name}`;
  const serviceOf = new Map(hosts.map(({ host, service }) => [host, service]));
  return graph.routes
    .filter(({ gateways }) => gateways.includes(id))
    .flatMap((route): ServedRoute[] => {
      // All hosts of a gateway's route lead to one service.
      const service = mesh.services[serviceOf.get(route.hosts[0] ?? "") ?? ""];
      return service?.kind === "workload" ? [{ route, service }] : [];
    });
}

function byName(resources: readonly Resource[]): readonly Resource[] {
  return [...resources].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
