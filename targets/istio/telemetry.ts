import type { Json, Manifest } from "../../graph/index.ts";
import {
  effectiveTelemetry,
  servicesOf,
  type Gateway,
  type Logs,
  type Mesh,
  type Metrics,
  type SpanTag,
  type Telemetry,
  type Traces,
  type WorkloadService,
} from "../../model/index.ts";
import { rootNamespace } from "./peer-authentication.ts";

/**
 * What proxies report: one object for the mesh, and one for each service or gateway that differs.
 * https://istio.io/latest/docs/reference/config/telemetry/
 */
export function telemetries(mesh: Mesh): readonly Manifest[] {
  const services = servicesOf(mesh).flatMap((each) =>
    each.kind === "workload" && each.inMesh ? own(mesh, each, "app") : [],
  );
  const gateways = Object.values(mesh.gateways).flatMap((each) => own(mesh, each, "istio"));
  const all = spec(mesh.telemetry);
  const whole = { name: "default", namespace: rootNamespace };
  return [
    ...(Object.keys(all).length === 0 ? [] : [manifest(whole, all)]),
    ...services,
    ...gateways,
  ];
}

/** The parts that differ from the mesh's. */
function own(
  mesh: Mesh,
  holder: WorkloadService | Gateway,
  label: "app" | "istio",
): readonly Manifest[] {
  const { logs, traces, metrics } = effectiveTelemetry(mesh, holder);
  const base = mesh.telemetry;
  const parts = spec({
    ...(logs === undefined || logs === base.logs ? {} : { logs }),
    ...(traces === undefined || traces === base.traces ? {} : { traces }),
    ...(metrics === undefined || metrics === base.metrics ? {} : { metrics }),
  });
  if (Object.keys(parts).length === 0) return [];
  const selector = { matchLabels: { [label]: holder.name } };
  return [manifest(holder, { selector, ...parts })];
}

function manifest(
  { name, namespace }: { readonly name: string; readonly namespace: string },
  spec: { readonly [field: string]: Json },
): Manifest {
  return {
    apiVersion: "telemetry.istio.io/v1",
    kind: "Telemetry",
    metadata: { name, namespace },
    spec,
  };
}

function spec({ logs, traces, metrics }: Telemetry): { readonly [field: string]: Json } {
  return {
    ...(logs === undefined ? {} : { accessLogging: [accessLogging(logs)] }),
    ...(traces === undefined ? {} : { tracing: [tracing(traces)] }),
    ...(metrics === undefined ? {} : { metrics: [metricsOf(metrics)] }),
  };
}

/** `disabled: false` undoes what a wider scope has switched off. */
function accessLogging(logs: "off" | Logs): Json {
  if (logs === "off") return { disabled: true };
  return {
    providers: [{ name: logs.provider }],
    disabled: false,
    ...(logs.filter === undefined ? {} : { filter: { expression: logs.filter } }),
  };
}

function tracing(traces: "off" | Traces): Json {
  if (traces === "off") return { disableSpanReporting: true };
  const tags = Object.entries(traces.tags);
  return {
    providers: [{ name: traces.provider }],
    disableSpanReporting: false,
    randomSamplingPercentage: traces.sampling,
    ...(tags.length === 0
      ? {}
      : { customTags: Object.fromEntries(tags.map(([name, tag]) => [name, customTag(tag)])) }),
  };
}

function customTag(tag: SpanTag): Json {
  if (tag.kind === "value") return { literal: { value: tag.value } };
  const source = {
    name: tag.name,
    ...(tag.default === undefined ? {} : { defaultValue: tag.default }),
  };
  return tag.kind === "header" ? { header: source } : { environment: source };
}

function metricsOf(metrics: "off" | Metrics): Json {
  if (metrics === "off") return { overrides: [{ disabled: true }] };
  const labels = Object.entries(metrics.labels).map(([name, value]): [string, Json] => [
    name,
    value === false ? { operation: "REMOVE" } : { operation: "UPSERT", value },
  ]);
  return {
    providers: [{ name: metrics.provider }],
    overrides: [
      // Of every metric, in both directions.
      {
        disabled: false,
        ...(labels.length === 0 ? {} : { tagOverrides: Object.fromEntries(labels) }),
      },
      ...metrics.drop.map((name) => ({
        match: { metric: name.toUpperCase().replaceAll("-", "_") },
        disabled: true,
      })),
    ],
  };
}
