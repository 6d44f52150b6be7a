import type { ProvidersFor } from "./provider-definition.ts";
import type { MetricName } from "./vocabulary.ts";

/**
 * What proxies report of requests. Each part that is said holds instead of the mesh's; what nobody says is up to the
 * control plane.
 */
export interface TelemetryDefinition<
  Logs extends string = string,
  Traces extends string = string,
  Metrics extends string = string,
> {
  /** A line for each request or connection. */
  readonly logs?: "off" | LogsDefinition<Logs>;
  readonly traces?: "off" | TracesDefinition<Traces>;
  readonly metrics?: "off" | MetricsDefinition<Metrics>;
}

export interface LogsDefinition<Names extends string = string> {
  readonly provider: Names;
  /** Only what this CEL expression is true of, for example `response.code >= 400`. Default: everything. */
  readonly filter?: string;
}

export interface TracesDefinition<Names extends string = string> {
  readonly provider: Names;
  /** Share of the requests, in percent, that begin a trace where the caller has not decided. */
  readonly sampling: number;
  /** Tags of every span, by name. Plain text is a value. */
  readonly tags?: Readonly<Record<string, SpanTagDefinition>>;
}

export type SpanTagDefinition =
  | string
  | { readonly header: string; readonly default?: string }
  /** Of the proxy. */
  | { readonly env: string; readonly default?: string };

export interface MetricsDefinition<Names extends string = string> {
  readonly provider: Names;
  /** Metrics that are not kept. */
  readonly drop?: readonly MetricName[];
  /** Labels of every metric by name: a CEL expression sets one, `false` takes one away. */
  readonly labels?: Readonly<Record<string, string | false>>;
}

/** What can be said of telemetry with these providers. */
export type TelemetryOf<Backends> = TelemetryDefinition<
  ProvidersFor<Backends, "logs">,
  ProvidersFor<Backends, "traces">,
  ProvidersFor<Backends, "metrics">
>;
