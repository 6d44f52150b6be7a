import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields, type Resource } from "./fields.ts";
import { grpcService } from "./grpc-service.ts";
import { authorityOf, serverCluster } from "./server-cluster.ts";
import type { Tracing } from "./site/telemetry-schema.ts";

const cluster = ":tracing";

/**
 * Spans of what a connection manager does, as its fields. Whether a request is traced is decided here, never by the
 * client, unless clients are trusted.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/observability/tracing
 */
export function tracing({ tracing: settings }: Pick<ResolvedSite, "tracing">): Fields {
  if (settings === undefined) return {};
  const { samplePercent, service } = settings;
  return {
    tracing: {
      // A client asks for a trace by a header, which counts for nothing.
      client_sampling: { value: 0 },
      random_sampling: { value: samplePercent },
      overall_sampling: { value: 100 },
      spawn_upstream_span: true,
      provider: extension(
        "envoy.tracers.opentelemetry",
        "envoy.config.trace.v3.OpenTelemetryConfig",
        { ...exporter(settings), ...(service === undefined ? {} : { service_name: service }) },
      ),
    },
  };
}

/** How the proxy reaches the collector. */
export function tracingClusters(site: ResolvedSite): readonly Resource[] {
  if (site.tracing === undefined) return [];
  const { to: server, protocol } = site.tracing;
  return [serverCluster({ name: cluster, server, protocol }, site)];
}

function exporter({ to, protocol }: Tracing): Fields {
  if (protocol === "grpc") return grpcService(cluster, to);
  const scheme = to.tls === undefined ? "http" : "https";
  const uri = `${scheme}://${authorityOf(to)}/v1/traces`;
  return { http_service: { http_uri: { uri, cluster, timeout: "5s" } } };
}
