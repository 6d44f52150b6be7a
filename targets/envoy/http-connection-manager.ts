import type { Milliseconds } from "../../model/index.ts";
import { accessLogs } from "./access-log.ts";
import { bufferFilters } from "./buffer-filter.ts";
import { configSource } from "./config-source.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { duration, extension, type Fields, type Resource } from "./fields.ts";
import { requestHygiene } from "./request-hygiene.ts";
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
  /** What it passes at the very end. */
  readonly last: readonly Fields[];
  /** Whether it speaks HTTP/3, over QUIC. Default false. */
  readonly http3?: boolean;
  /** Whether its clients are the mesh's own and its servers are strangers. Default false: the other way around. */
  readonly outwards?: boolean;
}

/** Strangers get one spelling of a path, so that nothing passes by a rule. */
const oneSpelling: Fields = {
  merge_slashes: true,
  path_with_escaped_slashes_action: "UNESCAPE_AND_REDIRECT",
};

/**
 * Envoy refuses a WebSocket unless told otherwise; Istio's proxies let every one through.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/http/upgrades
 */
const webSocket: Fields = { upgrade_type: "websocket" };

/** A server outside may mean something by `//` and `%2F`, and looks at a signature of them. */
const asCallersSay: Fields = {
  path_with_escaped_slashes_action: "KEEP_UNCHANGED",
  preserve_external_request_id: true,
  // What is asked in HTTP/2 has the scheme of the connection that it is asked on.
  scheme_header_transformation: { match_upstream: true },
};

/** For a whole request to come, in milliseconds. */
const usualRequestMs = 300_000;

/**
 * HTTP towards strangers, hardened as Envoy advises for an edge: nothing that a client says about itself or about the
 * proxy's behaviour is believed, paths have one spelling, and slow or greedy clients are cut.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/best_practices/edge
 */
export function httpConnectionManager(input: ConnectionManagerInput): Fields {
  const { site, http3 = false, outwards = false } = input;
  const { http } = site;
  return extension(
    "envoy.filters.network.http_connection_manager",
    "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
    {
      ...(http3 ? { codec_type: "HTTP3" } : {}),
      stat_prefix: input.name,
      ...routes(input),
      // Envoy's default holds nobody for internal then, so that `x-envoy-*` of a client never counts. An empty
      // `internal_address_config` would not say the same: it trusts private addresses.
      use_remote_address: true,
      skip_xff_append: outwards,
      normalize_path: true,
      ...(outwards ? asCallersSay : oneSpelling),
      upgrade_configs: [webSocket, ...(outwards ? [{ upgrade_type: "CONNECT" }] : [])],
      strip_trailing_host_dot: true,
      common_http_protocol_options: {
        idle_timeout: duration(http.idleTimeout),
        ...optional("max_connection_duration", http.maxConnectionDuration),
        ...(outwards ? {} : { headers_with_underscores_action: "REJECT_REQUEST" }),
        max_headers_count: http.maxHeaders,
      },
      ...(http.maxHeaderKib === 60 ? {} : { max_request_headers_kb: http.maxHeaderKib }),
      ...oldHttp(http),
      ...serverHeader(http, outwards),
      http2_protocol_options: {
        max_concurrent_streams: http.maxStreams,
        initial_stream_window_size: 65_536,
        initial_connection_window_size: 1_048_576,
      },
      ...(http3 ? { http3_protocol_options: quicOptions(http) } : {}),
      request_headers_timeout: duration(http.headersTimeout),
      stream_idle_timeout: duration(http.streamIdleTimeout),
      request_timeout: input.streaming ? "0s" : duration(http.requestTimeout ?? usualRequestMs),
      delayed_close_timeout: "1s",
      ...optional("drain_timeout", http.drainTimeout),
      access_log: accessLogs(site, "requests"),
      ...tracing(site),
      ...requestHygiene(site),
      http_filters: [
        ...input.filters,
        ...bufferFilters(site),
        ...input.last,
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

type Http = ResolvedSite["http"];

function optional(field: string, value: Milliseconds | undefined): Fields {
  return value === undefined ? {} : { [field]: duration(value) };
}

function quicOptions({ maxStreams }: Http): Fields {
  return { quic_protocol_options: { max_concurrent_streams: maxStreams } };
}

function oldHttp({ http10 }: Http): Fields {
  if (http10 === undefined) return {};
  return {
    http_protocol_options: {
      accept_http_10: true,
      default_host_for_http_10: http10.defaultHost,
    },
  };
}

function serverHeader({ serverHeader: given }: Http, outwards: boolean): Fields {
  if (given === undefined && !outwards) return {};
  return given === undefined || given === "of-service"
    ? { server_header_transformation: "PASS_THROUGH" }
    : { server_name: given.text };
}
