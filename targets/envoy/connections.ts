import {
  usualRetryBudget,
  type Connections,
  type DestinationPolicy,
  type Protocol,
} from "../../model/index.ts";
import { duration, typed, type Fields } from "./fields.ts";

/** What the proxy opens at most. Retries get a share of what is running, so that they finish nobody off. */
export function circuitBreakers({
  connections,
  retryBudget = usualRetryBudget,
}: Pick<DestinationPolicy, "connections" | "retryBudget">): Fields {
  return {
    thresholds: [
      {
        priority: "DEFAULT",
        max_connections: connections.maxConnections,
        max_pending_requests: connections.maxPendingRequests,
        max_requests: connections.maxConcurrentRequests,
        retry_budget: {
          budget_percent: { value: retryBudget.percent },
          min_retry_concurrency: retryBudget.minConcurrency,
        },
      },
    ],
  };
}

/** Probes of the operating system; Envoy counts their times in seconds. */
export function keepAlive({ keepAlive }: Pick<Connections, "keepAlive">): Fields {
  if (keepAlive === undefined) return {};
  const { time, interval, probes } = keepAlive;
  const tcp: Fields = {
    keepalive_time: time / 1000,
    ...(interval === undefined ? {} : { keepalive_interval: interval / 1000 }),
    ...(probes === undefined ? {} : { keepalive_probes: probes }),
  };
  return { upstream_connection_options: { tcp_keepalive: tcp } };
}

/** The protocol of a cluster, and when a connection ends; nothing where only bytes go through. */
export function protocolOptions(
  protocol: Protocol,
  { idleTimeout, maxRequestsPerConnection }: Connections,
): Fields {
  if (protocol === "tcp" || protocol === "tls") return {};
  const common: Fields = {
    ...(idleTimeout === undefined ? {} : { idle_timeout: duration(idleTimeout) }),
    ...(maxRequestsPerConnection === undefined
      ? {}
      : { max_requests_per_connection: maxRequestsPerConnection }),
  };
  return speaks(
    protocol === "http" ? "http_protocol_options" : "http2_protocol_options",
    Object.keys(common).length === 0 ? {} : { common_http_protocol_options: common },
  );
}

/** What a cluster speaks, as its field. */
export function speaks(
  options: "http_protocol_options" | "http2_protocol_options",
  others: Fields = {},
): Fields {
  const type = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
  const fields = { ...others, explicit_http_config: { [options]: {} } };
  return { typed_extension_protocol_options: { [type]: typed(type, fields) } };
}
