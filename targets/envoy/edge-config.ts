import type { Report } from "../../diagnostics/index.ts";
import { accessPolicies, type Graph } from "../../graph/index.ts";
import type { Gateway, Mesh } from "../../model/index.ts";
import { accessFilters } from "./access-filters.ts";
import { authoriserFilters } from "./authoriser-filters.ts";
import { checkRouteLimits } from "./check-route-limits.ts";
import { cluster } from "./cluster.ts";
import { compressionFilters } from "./compression-filters.ts";
import { connectionCluster } from "./connection-cluster.ts";
import type { Delivery } from "./delivery.ts";
import { doors } from "./doors.ts";
import { edgeDoors } from "./edge-doors.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { egressConfig } from "./egress-config.ts";
import { extensionFilters } from "./extension-filters.ts";
import type { Resource } from "./fields.ts";
import { gatewayExtensions } from "./gateway-extensions.ts";
import { keyCluster } from "./key-cluster.ts";
import type { ReachedService } from "./led-service.ts";
import { limitFilters } from "./limit-filters.ts";
import { loginFilters } from "./login-filter.ts";
import { loginHosts } from "./login-config.ts";
import { loginSecretFile, loginSecretKeys, loginSecretResource } from "./login-secret.ts";
import { onceByName } from "./once-by-name.ts";
import { secrets, type GatewaySecrets } from "./secret.ts";
import { servedRoutes } from "./served-route.ts";
import { siteClusters } from "./site-clusters.ts";
import { providersOf, tokenFilters } from "./token-filter.ts";
import { moduleClusters } from "./wasm-module.ts";

/** The whole configuration of one proxy by kind of resource, each sorted by name. */
export interface EdgeConfig {
  readonly site: ResolvedSite;
  /** Name of the mesh. */
  readonly mesh: string;
  readonly delivery: Delivery;
  /** Names of the Secrets of its certificates, of its clients' authorities and of its logins, sorted. */
  readonly certificateSecrets: readonly string[];
  /** Hosts that each of them is shown for, sorted. */
  readonly certificateHosts: Readonly<Record<string, readonly string[]>>;
  /** Its listeners for clients. */
  readonly doors: readonly EdgeDoor[];
  readonly clusters: readonly Resource[];
  readonly listeners: readonly Resource[];
  readonly routes: readonly Resource[];
  readonly secrets: readonly Resource[];
}

/** A port that clients come in at. */
export interface EdgeDoor {
  /** At most 15 characters, as Kubernetes wants names of ports. */
  readonly name: string;
  /** Where clients find it. */
  readonly port: number;
  /** Where the proxy listens. */
  readonly listens: number;
  readonly protocol: "TCP" | "UDP";
}

/**
 * Compiles what a gateway of the mesh does to the resources of one proxy, inwards or outwards. What Envoy cannot do at
 * the edge is an error (HED3001), as is a version that gets requests but has no endpoint at the site (HED3003).
 */
export function edgeConfig(
  mesh: Mesh,
  graph: Pick<Graph, "routes">,
  site: ResolvedSite,
  { delivery, report }: { readonly delivery: Delivery; readonly report: Report },
): EdgeConfig {
  const gateway = mesh.gateways[site.gateway] ?? closed;
  if (gateway.kind === "egress") {
    return egressConfig(mesh, gateway, { graph, site, delivery, report });
  }
  const served = servedRoutes(mesh, graph, site);
  const parts = served.requests.flatMap((each) => each.parts);
  for (const each of parts) checkRouteLimits(each, site, report);
  for (const { route, service } of served.connections) {
    checkRouteLimits({ rules: route.rules, service, others: new Map() }, site, report);
  }
  const context = { mesh, site, delivery };
  const providers = providersOf(mesh, gateway);
  const { extensions } = gateway;
  const policies = accessPolicies(mesh, graph.routes);
  const logins = loginFilters(gateway, context);
  const filters = [
    ...compressionFilters(site),
    ...extensionFilters(site, "access"),
    ...logins.filters,
    ...gatewayExtensions(extensions, "authentication"),
    ...tokenFilters(gateway, providers),
    ...gatewayExtensions(extensions, "authorization"),
    ...authoriserFilters(policies, { site, gateway }, report),
    ...accessFilters(policies, { site, gateway, report }),
    ...gatewayExtensions(extensions, "statistics"),
    ...extensionFilters(site, "routing"),
  ];
  // Every version has its cluster, whether it gets requests or not: a changed weight never waits for one.
  const everyVersion = (make: typeof cluster, service: ReachedService): readonly Resource[] => {
    const versions = service.versioned ? service.versions : [];
    return [
      make(service, context),
      ...versions.map((version) => make(service, context, version.name)),
    ];
  };
  const clusters = [
    ...parts.flatMap(({ service, others }) =>
      [service, ...others.values()].flatMap((each) => everyVersion(cluster, each)),
    ),
    ...served.connections.flatMap(({ service }) => everyVersion(connectionCluster, service)),
  ];
  const { filters: limits, clusters: counting } = limitFilters(
    [...parts, ...served.connections].map(({ service }) => service),
    context,
  );
  const secretNames = secretsOf(gateway, mesh);
  const loginKeys = loginSecretKeys(gateway);
  const certificateHosts = hostsBySecret(gateway.hosts);
  const { listeners, routes } = doors(gateway, served, { site, delivery, filters, limits });
  return {
    site,
    mesh: mesh.name,
    delivery,
    certificateSecrets: [
      ...new Set([
        ...secretNames.certificates,
        ...secretNames.clients,
        ...secretNames.servers,
        ...loginKeys.map(({ secret }) => secret),
      ]),
    ].sort(),
    certificateHosts,
    doors: edgeDoors(gateway, site, listeners),
    clusters: onceByName([
      ...clusters,
      ...counting,
      ...logins.clusters,
      ...providers.flatMap((each) => keyCluster(each, site)),
      ...moduleClusters(extensions, site),
      ...siteClusters(site),
    ]),
    listeners,
    routes,
    secrets: onceByName([
      ...secrets(site, secretNames),
      ...loginKeys.map((each) => loginSecretResource(each, loginSecretFile(each, site))),
    ]),
  };
}

/** Hosts by the Secret that their certificate is in. */
function hostsBySecret(hosts: Gateway["hosts"]): EdgeConfig["certificateHosts"] {
  const shown = hosts.flatMap(({ host, tls }) =>
    tls?.mode === "terminate" ? tls.secrets.map((secret) => ({ secret, host })) : [],
  );
  const bySecret = [...Map.groupBy(shown, ({ secret }) => secret)];
  return Object.fromEntries(
    bySecret
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([secret, group]) => [secret, group.map(({ host }) => host).sort()]),
  );
}

const closed: Gateway = {
  name: "",
  namespace: "",
  kind: "ingress",
  telemetry: {},
  ports: { http: 80, https: 443 },
  hosts: [],
  tcp: [],
  extensions: [],
};

function secretsOf(
  gateway: Pick<Gateway, "hosts">,
  mesh: Pick<Mesh, "authentication">,
): GatewaySecrets {
  const ended = gateway.hosts.flatMap(({ tls }) => (tls?.mode === "terminate" ? [tls] : []));
  return {
    certificates: ended.flatMap((tls) => tls.secrets),
    clients: ended.flatMap(({ clients }) => clients?.secret ?? []),
    servers: loginHosts(gateway, mesh).flatMap(({ endpoints }) => endpoints.tls?.secret ?? []),
  };
}
