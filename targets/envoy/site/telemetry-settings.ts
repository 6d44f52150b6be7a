import type { DurationText } from "../../../model/index.ts";
import type { ServerAddress } from "./server-address.ts";

/** Where the proxy writes what came by, and what of it. */
export interface AccessLogSettings {
  /** Default `stdout`. */
  readonly to?: AccessLogPlace;
  /**
   * `json` has the usual fields, one object a line. Others are Envoy's own format strings with command operators. Default `json`.
   * Not used by a place that gets whole records (`grpc`).
   * https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage
   */
  readonly format?: "json" | { readonly json: Fields } | { readonly text: string };
  /** Fields beside those of `json`, by name, for example `{ agent: "%REQ(USER-AGENT)%" }`. */
  readonly fields?: Fields;
  /** Only requests for which one of these holds. Default: all. */
  readonly only?: AccessLogFilter;
}

type Fields = Readonly<Record<string, string>>;

export type AccessLogPlace =
  | "stdout"
  /** A file that the proxy may write, appended to. */
  | { readonly file: string }
  /** Envoy's access log service. */
  | { readonly grpc: ServerAddress }
  /** A collector of OpenTelemetry, over gRPC. */
  | { readonly openTelemetry: ServerAddress };

export interface AccessLogFilter {
  /** Answers with this status or a higher one. Connections without requests have none, so this leaves all of them in. */
  readonly statusFrom?: number;
  /** What took at least so long. */
  readonly slowerThan?: DurationText;
}

/** Spans to a collector of OpenTelemetry, one for the client's request and one for each try at a service. */
export interface TracingSettings {
  readonly to: ServerAddress;
  /** OTLP over gRPC (usually port 4317) or HTTP (4318). Default `grpc`. */
  readonly protocol?: "grpc" | "http";
  /** Share of the requests. Default 1. */
  readonly samplePercent?: number;
  /** Name of the service in spans. Default `<mesh>-<gateway>`. */
  readonly service?: string;
  /**
   * Whether a client may go on with a trace of its own (`traceparent`), and say that it wants none. Default false: what
   * strangers say of traces is removed.
   */
  readonly trustClients?: boolean;
}

export interface StatsSettings {
  /** Sends statistics by UDP. The address is an IP address. */
  readonly statsd?: {
    readonly address: string;
    /** Default `envoy`. */
    readonly prefix?: string;
    /** Whether tags are sent beside names, as Datadog's agent reads them. Default false. */
    readonly tags?: boolean;
  };
  /**
   * Sends statistics to a collector of OpenTelemetry over gRPC (OTLP, usually port 4317): counters since the start, tags as
   * attributes, `service.name` is `<mesh>-<gateway>`.
   */
  readonly openTelemetry?: {
    readonly to: ServerAddress;
    /** Before the names of statistics. Default: none. */
    readonly prefix?: string;
  };
  /** How often statistics are sent to statsd and to the collector. Less than 5 minutes. Default 5 s. */
  readonly interval?: DurationText;
  /**
   * Answers `GET /metrics` in the format of Prometheus at a port of its own, and nothing else of the admin interface.
   * Default: not at all. Address: 127.0.0.1, in pods 0.0.0.0.
   */
  readonly prometheus?: { readonly address?: string; readonly port: number };
  /** Tags with a fixed value on every statistic. */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Keeps only statistics whose names begin with one of these, beside those that a publication reads. Saves memory where
   * there are thousands of clusters. Default: all.
   */
  readonly only?: readonly string[];
}
