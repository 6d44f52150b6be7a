import { isIP } from "node:net";
import { serviceId } from "../../graph/index.ts";
import type { DestinationPolicy, Mesh, WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { endpointsOf, portOf } from "./endpoints-of.ts";
import type { Delivery } from "./delivery.ts";
import { duration, socketAddress, type Resource } from "./fields.ts";
import { circuitBreakers, keepAlive, protocolOptions } from "./connections.ts";
import { loadBalancing } from "./load-balancing.ts";
import { outlierDetection } from "./outlier-detection.ts";
import { upstreamTls } from "./upstream-tls.ts";

/** What clusters of one site have in common. */
export interface ClusterContext {
  readonly mesh: Pick<Mesh, "trust">;
  readonly site: ResolvedSite;
  readonly delivery: Delivery;
}

/** Name of the cluster of a service, or of one of its versions: `shop/cart`, `shop/cart@v1`. */
export function clusterName(
  service: Pick<WorkloadService, "name" | "namespace">,
  version?: string,
): string {
  const id = serviceId(service);
  return version === undefined ? id : `${id}@${version}`;
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
  service: WorkloadService,
  { mesh, site, delivery }: ClusterContext,
  version?: string,
): Resource {
  const name = clusterName(service, version);
  const endpoints = endpointsOf(service, site, version);
  const port = portOf(service);
  const policy = policyOf(service, version);
  const { connectTimeout, http2Upgrade } = policy.connections;
  const protocol = port.protocol === "http" && http2Upgrade ? "http2" : port.protocol;
  const fixed = endpoints.every(({ address }) => isIP(address) !== 0);
  return {
    name,
    type: fixed ? "STATIC" : "STRICT_DNS",
    ...(fixed ? {} : { dns_lookup_family: "V4_PREFERRED" }),
    connect_timeout: connectTimeout === undefined ? "5s" : duration(connectTimeout),
    per_connection_buffer_limit_bytes: site.limits.bufferBytes,
    ...loadBalancing(policy),
    load_assignment: {
      cluster_name: name,
      endpoints: [
        {
          lb_endpoints: endpoints.map(({ address, port }) => ({
            endpoint: { address: socketAddress(address, port) },
          })),
        },
      ],
    },
    circuit_breakers: circuitBreakers(policy),
    ...outlierDetection(policy.outlierDetection),
    ...keepAlive(policy.connections),
    ...protocolOptions(protocol, policy.connections),
    ...upstreamTls(service, site, mesh.trust, { port: { ...port, protocol }, delivery }),
  };
}
