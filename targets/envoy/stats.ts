import type { ResolvedSite } from "./edge-site.ts";
import { duration, extension, socketAddress, type Fields, type Resource } from "./fields.ts";
import { grpcService } from "./grpc-service.ts";
import { serverCluster } from "./server-cluster.ts";

const metrics = "envoy.config.metrics.v3";

/** What a publication reads to learn that the proxy works with its configuration. */
const needed = [
  ...["version_text", "update_rejected", "warming_clusters", "total_listeners_warming"],
  ...["upstream_rq_active", "upstream_rq_pending_active"],
];

const collector = ":stats";

/** Where statistics go and which are kept, as fields of the bootstrap. */
export function stats(
  { stats: { statsd, openTelemetry, interval, tags, only } }: Pick<ResolvedSite, "stats">,
  service: string,
): Fields {
  const sinks = [
    ...(statsd === undefined ? [] : [statsdSink(statsd)]),
    ...(openTelemetry === undefined ? [] : [openTelemetrySink(openTelemetry, service)]),
  ];
  const fixed = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1));
  const patterns = [
    ...(only ?? []).map((prefix) => ({ prefix })),
    ...needed.map((suffix) => ({ suffix })),
  ];
  const config: Fields = {
    ...(fixed.length === 0
      ? {}
      : { stats_tags: fixed.map(([tag_name, fixed_value]) => ({ tag_name, fixed_value })) }),
    ...(only === undefined ? {} : { stats_matcher: { inclusion_list: { patterns } } }),
  };
  return {
    ...(sinks.length === 0 ? {} : { stats_sinks: sinks }),
    ...(interval === undefined ? {} : { stats_flush_interval: duration(interval) }),
    ...(Object.keys(config).length === 0 ? {} : { stats_config: config }),
  };
}

function statsdSink(statsd: NonNullable<ResolvedSite["stats"]["statsd"]>): Fields {
  const { prefix, tags } = statsd;
  const address = {
    socket_address: {
      protocol: "UDP",
      address: statsd.address.address,
      port_value: statsd.address.port,
    },
  };
  return tags
    ? extension("envoy.stat_sinks.dog_statsd", `${metrics}.DogStatsdSink`, { address, prefix })
    : extension("envoy.stat_sinks.statsd", `${metrics}.StatsdSink`, { address, prefix });
}

/** https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/stat_sinks/open_telemetry/v3/open_telemetry.proto */
function openTelemetrySink(
  { to, prefix }: NonNullable<ResolvedSite["stats"]["openTelemetry"]>,
  service: string,
): Fields {
  const detector = extension(
    "envoy.tracers.opentelemetry.resource_detectors.static_config",
    "envoy.extensions.tracers.opentelemetry.resource_detectors.v3.StaticConfigResourceDetectorConfig",
    { attributes: { "service.name": service } },
  );
  return extension(
    "envoy.stat_sinks.open_telemetry",
    "envoy.extensions.stat_sinks.open_telemetry.v3.SinkConfig",
    {
      ...grpcService(collector, to),
      resource_detectors: [detector],
      ...(prefix === undefined ? {} : { prefix }),
    },
  );
}

/** The collector of statistics. The bootstrap needs it from the start, whatever else comes from files. */
export function statsClusters(site: ResolvedSite): readonly Resource[] {
  const { openTelemetry } = site.stats;
  if (openTelemetry === undefined) return [];
  return [serverCluster({ name: collector, server: openTelemetry.to, protocol: "grpc" }, site)];
}

const admin = ":admin";

/** The admin interface as a place that the metrics come from. */
export function metricsClusters({ stats, adminPort }: ResolvedSite): readonly Resource[] {
  if (stats.prometheus === undefined) return [];
  const address = socketAddress("127.0.0.1", adminPort);
  return [
    {
      name: admin,
      type: "STATIC",
      connect_timeout: "1s",
      load_assignment: {
        cluster_name: admin,
        endpoints: [{ lb_endpoints: [{ endpoint: { address } }] }],
      },
    },
  ];
}

/** Answers `GET /metrics` with what the admin interface has for Prometheus; nothing else of it can be reached. */
export function metricsListener({ stats: { prometheus } }: ResolvedSite): readonly Resource[] {
  if (prometheus === undefined) return [];
  const name = "metrics";
  const get = { name: ":method", string_match: { exact: "GET" } };
  const filter = extension(
    "envoy.filters.network.http_connection_manager",
    "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
    {
      stat_prefix: name,
      common_http_protocol_options: { idle_timeout: "60s" },
      request_headers_timeout: "5s",
      route_config: {
        name,
        virtual_hosts: [
          {
            name,
            domains: ["*"],
            routes: [
              {
                match: { path: "/metrics", headers: [get] },
                route: { cluster: admin, timeout: "10s", prefix_rewrite: "/stats/prometheus" },
              },
            ],
          },
        ],
      },
      http_filters: [
        extension("envoy.filters.http.router", "envoy.extensions.filters.http.router.v3.Router"),
      ],
    },
  );
  return [
    {
      name,
      address: socketAddress(prometheus.address, prometheus.port),
      per_connection_buffer_limit_bytes: 32_768,
      ignore_global_conn_limit: true,
      filter_chains: [{ filters: [filter] }],
    },
  ];
}
