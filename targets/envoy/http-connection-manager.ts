import { accessLogs } from "./access-log.ts";
import { configSource } from "./config-source.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields, type Resource } from "./fields.ts";
import { localRateLimit, localRateLimitName } from "./local-rate-limit.ts";
import { tracing } from "./tracing.ts";

export interface ConnectionManagerInput {
  /** Prefix of its statistics. */
  readonly name: string;
  readonly routes: Resource;
  readonly delivery: Delivery;
  readonly site: ResolvedSite;
  /** Whether requests may last as long as they like: gRPC streams do. */
  readonly streaming: boolean;
  /** What every request passes before it is routed. */
  readonly filters: readonly Fields[];
  /** Whether one of the services behind it has limits; its virtual host says which. */
  readonly limited: boolean;
}

/**
 * HTTP towards strangers, hardened as Envoy advises for an edge: nothing that a client says about itself or about the
 * proxy's behaviour is believed, paths have one spelling, and slow or greedy clients are cut.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/best_practices/edge
 */
export function httpConnectionManager(input: ConnectionManagerInput): Fields {
  return extension(
    "envoy.filters.network.http_connection_manager",
    "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
    {
      stat_prefix: input.name,
      ...routes(input),
      // Envoy's default holds nobody for internal then, so that `x-envoy-*` of a client never counts. An empty
      // `internal_address_config` would not say the same: it trusts private addresses.
      use_remote_address: true,
      skip_xff_append: false,
      normalize_path: true,
      merge_slashes: true,
      path_with_escaped_slashes_action: "UNESCAPE_AND_REDIRECT",
      strip_trailing_host_dot: true,
      common_http_protocol_options: {
        idle_timeout: "3600s",
        headers_with_underscores_action: "REJECT_REQUEST",
        max_headers_count: 100,
      },
      http2_protocol_options: {
        max_concurrent_streams: 100,
        initial_stream_window_size: 65_536,
        initial_connection_window_size: 1_048_576,
      },
      request_headers_timeout: "10s",
      stream_idle_timeout: "300s",
      request_timeout: input.streaming ? "0s" : "300s",
      delayed_close_timeout: "1s",
      access_log: accessLogs(input.site, "requests"),
      ...tracing(input.site),
      http_filters: [
        ...input.filters,
        ...(input.limited ? [{ name: localRateLimitName, typed_config: localRateLimit([]) }] : []),
        extension("envoy.filters.http.router", "envoy.extensions.filters.http.router.v3.Router", {
          suppress_envoy_headers: true,
        }),
      ],
    },
  );
}

function routes({ routes, delivery }: ConnectionManagerInput): Fields {
  if (delivery.kind === "static") return { route_config: routes };
  const source = configSource(delivery, "routes", routes.name);
  return { rds: { route_config_name: routes.name, config_source: source } };
}
