import { hostOf } from "../../graph/index.ts";
import type { Protocol, WorkloadService } from "../../model/index.ts";
import { duration, type Fields } from "./fields.ts";
import type { HealthCheck } from "./site/service-schema.ts";

/**
 * Asks every endpoint whether it is well, from the start and as often when nobody else asks. Bytes have no questions:
 * there a connection is enough.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/health_checking
 */
export function healthChecks(
  check: HealthCheck | undefined,
  service: WorkloadService,
  protocol: Protocol,
): Fields {
  if (check === undefined) return {};
  const { interval, timeout, unhealthyThreshold, healthyThreshold } = check;
  return {
    health_checks: [
      {
        timeout: duration(timeout),
        interval: duration(interval),
        no_traffic_interval: duration(interval),
        unhealthy_threshold: unhealthyThreshold,
        healthy_threshold: healthyThreshold,
        ...question(check, service, protocol),
      },
    ],
  };
}

function question(check: HealthCheck, service: WorkloadService, protocol: Protocol): Fields {
  if (protocol === "tcp" || protocol === "tls" || "tcp" in check) return { tcp_health_check: {} };
  const host = hostOf(service);
  if ("grpc" in check) {
    const { serviceName } = check.grpc;
    return {
      grpc_health_check: {
        ...(serviceName === undefined ? {} : { service_name: serviceName }),
        authority: host,
      },
    };
  }
  const { path, expectedStatuses } = check.http;
  return {
    http_health_check: {
      host: check.http.host ?? host,
      path,
      ...(expectedStatuses === undefined
        ? {}
        : { expected_statuses: expectedStatuses.map((start) => ({ start, end: start + 1 })) }),
      ...(protocol === "http" ? {} : { codec_client_type: "HTTP2" }),
    },
  };
}
