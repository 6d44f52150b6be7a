import type { ResolvedSite } from "./edge-site.ts";
import { extension, socketAddress, type Resource } from "./fields.ts";

/**
 * Answers `GET /ready` with 200 once the proxy has its configuration, and with 503 from the moment it is told to go.
 * Apart from the admin interface, which stays on loopback. Everything else is 404.
 */
export function readinessListener({ readiness }: ResolvedSite): Resource {
  const name = "readiness";
  const exact = { name: ":path", string_match: { exact: "/ready" } };
  const filter = extension(
    "envoy.filters.network.http_connection_manager",
    "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
    {
      stat_prefix: name,
      common_http_protocol_options: { idle_timeout: "60s" },
      request_headers_timeout: "5s",
      route_config: { name, virtual_hosts: [] },
      http_filters: [
        extension(
          "envoy.filters.http.health_check",
          "envoy.extensions.filters.http.health_check.v3.HealthCheck",
          { pass_through_mode: false, headers: [exact] },
        ),
        extension("envoy.filters.http.router", "envoy.extensions.filters.http.router.v3.Router"),
      ],
    },
  );
  return {
    name,
    address: socketAddress(readiness.address, readiness.port),
    per_connection_buffer_limit_bytes: 32_768,
    ignore_global_conn_limit: true,
    filter_chains: [{ filters: [filter] }],
  };
}
