import type { MetricName } from "./vocabulary.ts";

/** What proxies report, after parsing. An undefined part is the mesh's, and there up to the control plane. */
export interface Telemetry {
  readonly logs?: "off" | Logs;
  readonly traces?: "off" | Traces;
  readonly metrics?: "off" | Metrics;
}

export interface Logs {
  /** Name of a provider. */
  readonly provider: string;
  /** CEL. */
  readonly filter?: string;
}

export interface Traces {
  readonly provider: string;
  /** 0 to 100. */
  readonly sampling: number;
  readonly tags: Readonly<Record<string, SpanTag>>;
}

export type SpanTag =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "header" | "env"; readonly name: string; readonly default?: string };

export interface Metrics {
  readonly provider: string;
  readonly drop: readonly MetricName[];
  /** CEL by label; `false` takes the label away. */
  readonly labels: Readonly<Record<string, string | false>>;
}
