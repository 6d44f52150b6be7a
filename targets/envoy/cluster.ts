import { isIP } from "node:net";
import { serviceId } from "../../graph/index.ts";
import type { Mesh, Protocol, WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { endpointsOf, portOf } from "./endpoints-of.ts";
import { socketAddress, typed, type Fields, type Resource } from "./fields.ts";
import type { Delivery } from "./delivery.ts";
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

/**
 * How the proxy reaches a service, all versions alike or one of them. Addresses are used as they are, names are looked
 * up and every answer is an endpoint. The next request goes to the less busy of two endpoints.
 */
export function cluster(
  service: WorkloadService,
  { mesh, site, delivery }: ClusterContext,
  version?: string,
): Resource {
  const name = clusterName(service, version);
  const endpoints = endpointsOf(service, site, version);
  const port = portOf(service);
  const fixed = endpoints.every(({ address }) => isIP(address) !== 0);
  return {
    name,
    type: fixed ? "STATIC" : "STRICT_DNS",
    ...(fixed ? {} : { dns_lookup_family: "V4_PREFERRED" }),
    connect_timeout: "5s",
    per_connection_buffer_limit_bytes: 32_768,
    lb_policy: "LEAST_REQUEST",
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
    circuit_breakers: circuitBreakers,
    outlier_detection: outlierDetection,
    ...protocolOptions(port.protocol),
    ...upstreamTls(service, site, mesh.trust, { port, delivery }),
  };
}

/**
 * Room for a busy edge, and an end to it. Retries get a share of what is running, so that a failing service is not
 * finished off by them; ten always may.
 */
const circuitBreakers: Fields = {
  thresholds: [
    {
      priority: "DEFAULT",
      max_connections: 4096,
      max_pending_requests: 4096,
      max_requests: 8192,
      retry_budget: { budget_percent: { value: 25 }, min_retry_concurrency: 10 },
    },
  ],
};

/**
 * Endpoints that cannot be reached five times in a row rest for a while, never more than half of them. An answer, even
 * a 503, is a sign of life and never counts: who answers is not sent away because of what it says.
 */
const outlierDetection: Fields = {
  split_external_local_origin_errors: true,
  consecutive_local_origin_failure: 5,
  enforcing_consecutive_local_origin_failure: 100,
  enforcing_local_origin_success_rate: 0,
  enforcing_consecutive_5xx: 0,
  enforcing_consecutive_gateway_failure: 0,
  enforcing_success_rate: 0,
  interval: "5s",
  base_ejection_time: "10s",
  max_ejection_time: "60s",
  max_ejection_percent: 50,
};

/** What a port speaks; nothing where only bytes go through. */
function protocolOptions(protocol: Protocol): Fields {
  if (protocol === "tcp" || protocol === "tls") return {};
  const speaks = protocol === "http" ? "http_protocol_options" : "http2_protocol_options";
  const options = typed("envoy.extensions.upstreams.http.v3.HttpProtocolOptions", {
    explicit_http_config: { [speaks]: {} },
  });
  return {
    typed_extension_protocol_options: {
      "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": options,
    },
  };
}
