import { z } from "zod";
import { metricNames } from "../vocabulary.ts";
import { anyText, isNotEmpty, list, map, oneOf, percent, strict, text } from "./field.ts";
import { textFormats } from "./text-format.ts";

const off = z.literal("off", { error: '"off"' });
const provider = text(textFormats.secret);

const tag = z.union(
  [
    anyText(),
    strict({ header: text(textFormats.headerName), default: anyText().optional() }),
    strict({ env: text(textFormats.envName), default: anyText().optional() }),
  ],
  { error: 'a text, {"header": name} or {"env": name}' },
);

const logs = strict({ provider, filter: anyText("a CEL expression").optional() });
const traces = strict({
  provider,
  sampling: percent(),
  tags: map(textFormats.tagName, tag).optional(),
});
const metrics = strict({
  provider,
  drop: list(oneOf(metricNames), "a list of metrics")
    .min(1, { error: "at least one metric" })
    .optional(),
  labels: map(
    textFormats.tagName,
    z.union([anyText(), z.literal(false)], { error: "a CEL expression, or false" }),
  ).optional(),
});

/** What proxies report, as its author writes it. */
export const telemetrySchema = strict({
  logs: z.union([off, logs], { error: '"off", or {"provider", "filter"}' }).optional(),
  traces: z
    .union([off, traces], { error: '"off", or {"provider", "sampling", "tags"}' })
    .optional(),
  metrics: z
    .union([off, metrics], { error: '"off", or {"provider", "drop", "labels"}' })
    .optional(),
}).refine(isNotEmpty, { error: "at least one of logs, traces, metrics" });

export type TelemetryInput = z.output<typeof telemetrySchema>;
