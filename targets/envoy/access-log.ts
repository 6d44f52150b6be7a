import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields, type Resource } from "./fields.ts";
import { grpcService } from "./grpc-service.ts";
import { serverCluster } from "./server-cluster.ts";
import type { AccessLog } from "./site/telemetry-schema.ts";

/** Paths are without their query and no header is written that could carry a secret. */
const usualFields = {
  time: "%START_TIME%",
  method: "%REQ(:METHOD)%",
  host: "%REQ(:AUTHORITY)%",
  path: "%PATH(NQ:ORIG_OR_PATH)%",
  protocol: "%PROTOCOL%",
  status: "%RESPONSE_CODE%",
  details: "%RESPONSE_CODE_DETAILS%",
  flags: "%RESPONSE_FLAGS%",
  duration_ms: "%DURATION%",
  bytes_received: "%BYTES_RECEIVED%",
  bytes_sent: "%BYTES_SENT%",
  client: "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%",
  request_id: "%REQ(X-REQUEST-ID)%",
  route: "%ROUTE_NAME%",
  cluster: "%UPSTREAM_CLUSTER%",
  upstream: "%UPSTREAM_HOST%",
  tries: "%UPSTREAM_REQUEST_ATTEMPT_COUNT%",
  sni: "%REQUESTED_SERVER_NAME%",
};

/** What is logged: requests, or connections of which nobody sees the requests. */
export type Logged = "requests" | "connections";

const extensions = "envoy.extensions.access_loggers";

/** The access logs of a site, as a connection manager or a TCP proxy takes them. */
export function accessLogs(
  { accessLogs: logs }: Pick<ResolvedSite, "accessLogs">,
  what: Logged,
): readonly Fields[] {
  return logs.map((log, index) => ({ ...logger(log, index, what), ...filter(log.only, what) }));
}

/** How the proxy reaches those that it sends its log to. */
export function accessLogClusters(site: ResolvedSite): readonly Resource[] {
  return site.accessLogs.flatMap(({ to }, index) => {
    if (to === "stdout" || "file" in to) return [];
    const server = "grpc" in to ? to.grpc : to.openTelemetry;
    return [serverCluster({ name: logClusterName(index), server, protocol: "grpc" }, site)];
  });
}

function logClusterName(index: number): string {
  return `:access-log/${String(index)}`;
}

function logger(log: AccessLog, index: number, what: Logged): Fields {
  const { to } = log;
  if (to === "stdout") {
    return extension("envoy.access_loggers.stdout", `${extensions}.stream.v3.StdoutAccessLog`, {
      log_format: logFormat(log),
    });
  }
  if ("file" in to) {
    return extension("envoy.access_loggers.file", `${extensions}.file.v3.FileAccessLog`, {
      path: to.file,
      log_format: logFormat(log),
    });
  }
  const service = grpcService(logClusterName(index), "grpc" in to ? to.grpc : to.openTelemetry);
  if ("grpc" in to) {
    const common_config = { log_name: "heddle-edge", transport_api_version: "V3", ...service };
    return what === "requests"
      ? extension(
          "envoy.access_loggers.http_grpc",
          `${extensions}.grpc.v3.HttpGrpcAccessLogConfig`,
          { common_config },
        )
      : extension("envoy.access_loggers.tcp_grpc", `${extensions}.grpc.v3.TcpGrpcAccessLogConfig`, {
          common_config,
        });
  }
  return extension(
    "envoy.access_loggers.open_telemetry",
    `${extensions}.open_telemetry.v3.OpenTelemetryAccessLogConfig`,
    { log_name: "heddle-edge", ...service, ...otlpRecord(log) },
  );
}

function logFormat({ format, fields }: AccessLog): Fields {
  if (format === "json") return { json_format: { ...usualFields, ...fields } };
  if ("json" in format) return { json_format: { ...format.json, ...fields } };
  const text = format.text.endsWith("\n") ? format.text : `${format.text}\n`;
  return { text_format_source: { inline_string: text } };
}

/** Fields are attributes; a text is the body. */
function otlpRecord({ format, fields }: AccessLog): Fields {
  const named =
    format === "json"
      ? { ...usualFields, ...fields }
      : { ...("json" in format ? format.json : {}), ...fields };
  const values = Object.entries(named).map(([key, string_value]) => ({
    key,
    value: { string_value },
  }));
  const text = typeof format === "object" && "text" in format ? format.text : undefined;
  return {
    ...(text === undefined ? {} : { body: { string_value: text } }),
    ...(values.length === 0 ? {} : { attributes: { values } }),
  };
}

/** Envoy wants a name under which the number could be changed at run time. */
function filter({ statusFrom, slowerThan }: AccessLog["only"], what: Logged): Fields {
  const least = (value: number, runtime_key: string): Fields => ({
    comparison: { op: "GE", value: { default_value: value, runtime_key } },
  });
  const filters: Fields[] = [
    ...(statusFrom === undefined || what === "connections"
      ? []
      : [{ status_code_filter: least(statusFrom, "heddle.access_log.status") }]),
    ...(slowerThan === undefined
      ? []
      : [{ duration_filter: least(slowerThan, "heddle.access_log.duration_ms") }]),
  ];
  const [first, ...others] = filters;
  if (first === undefined) return {};
  return { filter: others.length === 0 ? first : { or_filter: { filters } } };
}
