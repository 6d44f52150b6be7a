import { isIP } from "node:net";
import { serviceId } from "../../graph/index.ts";
import type { DestinationPolicy, Mesh, WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { endpointsOf, portOf, type SiteEndpoint } from "./endpoints-of.ts";
import type { Delivery } from "./delivery.ts";
import { duration, type Fields, type Resource } from "./fields.ts";
import { circuitBreakers, keepAlive, protocolOptions } from "./connections.ts";
import { healthChecks } from "./health-check.ts";
import type { ReachedService } from "./led-service.ts";
import { loadAssignment } from "./load-assignment.ts";
import { loadBalancing } from "./load-balancing.ts";
import { outlierDetection } from "./outlier-detection.ts";
import { placeEndpoints, type PlacedEndpoints } from "./place-endpoints.ts";
import { outsideAlpn, serverTls } from "./server-cluster.ts";
import type { SiteService } from "./site/service-schema.ts";
import { upstreamTls } from "./upstream-tls.ts";

/** What clusters of one site have in common. */
export interface ClusterContext {
  readonly mesh: Pick<Mesh, "trust">;
  readonly site: ResolvedSite;
  readonly delivery: Delivery;
}

/**
 * Name of the cluster of a service, or of one of its versions: `shop/cart`, `shop/cart@v1`; with the port where that is
 * not the usual one: `shop/cart:8081`.
 */
export function clusterName(
  service: Pick<ReachedService, "name" | "namespace" | "at">,
  version?: string,
): string {
  const id = serviceId(service);
  const port = service.at === undefined ? "" : `:${String(service.at)}`;
  return version === undefined ? `${id}${port}` : `${id}@${version}${port}`;
}

/** How a service is reached, all versions alike or one of them. */
export function policyOf(service: WorkloadService, version?: string): DestinationPolicy {
  return service.versions.find(({ name }) => name === version)?.policy ?? service.policy;
}

/**
 * How the proxy reaches a service, all versions alike or one of them. Addresses are used as they are, names are looked
 * up and every answer is an endpoint. How requests are spread and limited is the service's policy, or the version's.
 */
export function cluster(
  service: ReachedService,
  { mesh, site, delivery }: ClusterContext,
  version?: string,
): Resource {
  const name = clusterName(service, version);
  const endpoints = endpointsOf(service, site, version);
  const port = portOf(service);
  const policy = policyOf(service, version);
  const { connectTimeout, http2Upgrade } = policy.connections;
  const protocol = port.protocol === "http" && http2Upgrade ? "http2" : port.protocol;
  const placed = placeEndpoints(endpoints, policy, site);
  const settings = Object.hasOwn(site.services, service.name)
    ? site.services[service.name]
    : undefined;
  return {
    name,
    ...discovery(endpoints, settings),
    connect_timeout: connectTimeout === undefined ? "5s" : duration(connectTimeout),
    per_connection_buffer_limit_bytes: site.limits.bufferBytes,
    ...loadBalancing(policy, settings?.hashTable),
    load_assignment: loadAssignment(name, placed),
    circuit_breakers: circuitBreakers(policy),
    ...outlierDetection(policy.outlierDetection),
    ...healthChecks(settings?.healthCheck, service, protocol),
    ...commonBalancing(policy, placed, settings),
    ...keepAlive(policy.connections),
    ...protocolOptions(protocol, policy.connections),
    ...(settings?.tls === undefined
      ? upstreamTls(service, site, mesh.trust, { port: { ...port, protocol }, delivery })
      : serverTls(settings.tls.name, settings.tls, site, outsideAlpn[protocol])),
  };
}

function discovery(endpoints: readonly SiteEndpoint[], settings: SiteService = {}): Fields {
  if (endpoints.every(({ address }) => isIP(address) !== 0)) return { type: "STATIC" };
  const { discovery: kind, dnsRefresh } = settings;
  return {
    type: kind === "logical-dns" ? "LOGICAL_DNS" : "STRICT_DNS",
    dns_lookup_family: "V4_PREFERRED",
    ...(dnsRefresh === undefined ? {} : { dns_refresh_rate: duration(dnsRefresh) }),
  };
}

/** Below how many healthy endpoints all count, and whether places have shares. */
function commonBalancing(
  { outlierDetection: outliers }: DestinationPolicy,
  { shares }: PlacedEndpoints,
  settings: SiteService = {},
): Fields {
  // Without outlier detection nobody has said it: who is sick gets nothing, however many are.
  const least = outliers?.minHealthPercent ?? (settings.healthCheck === undefined ? undefined : 0);
  const fields: Fields = {
    ...(least === undefined ? {} : { healthy_panic_threshold: { value: least } }),
    ...(shares === undefined ? {} : { locality_weighted_lb_config: {} }),
  };
  return Object.keys(fields).length === 0 ? {} : { common_lb_config: fields };
}
