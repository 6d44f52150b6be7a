import type { Metrics, SpanTag, Telemetry, Traces } from "../telemetry.ts";
import type { TelemetryInput } from "../schema/telemetry-schema.ts";
import { sortedMap } from "./sorted.ts";

type Said<Part extends keyof TelemetryInput> = Exclude<TelemetryInput[Part], undefined | "off">;

/** Brings what proxies report into one form. */
export function normalizeTelemetry(input?: TelemetryInput): Telemetry {
  if (input === undefined) return {};
  const { logs, traces, metrics } = input;
  return {
    ...(logs === undefined ? {} : { logs: logs === "off" ? logs : normalizeLogs(logs) }),
    ...(traces === undefined
      ? {}
      : { traces: traces === "off" ? traces : normalizeTraces(traces) }),
    ...(metrics === undefined
      ? {}
      : { metrics: metrics === "off" ? metrics : normalizeMetrics(metrics) }),
  };
}

function normalizeLogs({ provider, filter }: Said<"logs">): Exclude<Telemetry["logs"], undefined> {
  return { provider, ...(filter === undefined ? {} : { filter }) };
}

function normalizeTraces({ provider, sampling, tags }: Said<"traces">): Traces {
  return { provider, sampling, tags: sortedMap(tags, normalizeTag) };
}

function normalizeTag(tag: NonNullable<Said<"traces">["tags"]>[string]): SpanTag {
  if (typeof tag === "string") return { kind: "value", value: tag };
  const otherwise = tag.default === undefined ? {} : { default: tag.default };
  if ("header" in tag) return { kind: "header", name: tag.header.toLowerCase(), ...otherwise };
  return { kind: "env", name: tag.env, ...otherwise };
}

function normalizeMetrics({ provider, drop, labels }: Said<"metrics">): Metrics {
  return {
    provider,
    drop: [...new Set(drop)].sort(),
    labels: sortedMap(labels, (value) => value),
  };
}
