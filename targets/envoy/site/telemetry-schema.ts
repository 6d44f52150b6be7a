import { z } from "zod";
import { isIP } from "node:net";
import {
  anyText,
  duration,
  flag,
  list,
  oneOf,
  percent,
  strict,
  wholeNumber,
} from "../../../model/schema/field.ts";
import { endpointText, filePath, serverSchema } from "./server-schema.ts";

const format =
  "text with Envoy's command operators, %NAME% or %NAME(…)%, and %% for a percent sign";
const formatText = anyText(format).refine(
  (given) => !given.replaceAll(/%%|%[A-Z0-9_]+(\([^)]*\))?(:\d+)?%/g, "").includes("%"),
  { error: format },
);
const formats = z.record(anyText(), formatText, { error: `a map by name; a value is ${format}` });

const accessLog = strict({
  to: z
    .union(
      [
        oneOf(["stdout"]),
        strict({ file: filePath }),
        strict({ grpc: serverSchema }),
        strict({ openTelemetry: serverSchema }),
      ],
      { error: "stdout, {file}, {grpc} or {openTelemetry}" },
    )
    .default("stdout"),
  format: z
    .union([oneOf(["json"]), strict({ json: formats }), strict({ text: formatText })], {
      error: 'json, {"json": fields} or {"text": format}',
    })
    .default("json"),
  fields: formats.default({}),
  only: strict({
    statusFrom: wholeNumber(100, 599).optional(),
    slowerThan: duration().optional(),
  }).default({}),
});

/** One place that the access log goes to. */
export type AccessLog = z.output<typeof accessLog>;

/**
 * What was refused or failed, and every connection. A line for each request costs 7 % of the proxy's throughput, which
 * is for the author to spend (docs/benchmarks.md).
 */
const usualAccessLogs: AccessLog[] = [
  { to: "stdout", format: "json", fields: {}, only: { statusFrom: 400 } },
];

export const accessLogsSchema = list(accessLog, "a list of access logs").default(usualAccessLogs);

export const tracingSchema = strict({
  to: serverSchema,
  protocol: oneOf(["grpc", "http"]).default("grpc"),
  samplePercent: percent().default(1),
  service: anyText().optional(),
  trustClients: flag().default(false),
});

export type Tracing = z.output<typeof tracingSchema>;

const port = wholeNumber(1, 65_535);
const isAddress = (text: string): boolean => isIP(text) !== 0;
const address = z.string().refine(isAddress, { error: "an IP address" });

/** Envoy's own bound, in milliseconds. */
const mostInterval = 300_000;

export const statsSchema = strict({
  statsd: strict({
    address: endpointText.refine((given) => isAddress(given.address), {
      error: "an IP address with a port, for example 127.0.0.1:8125",
    }),
    prefix: anyText().default("envoy"),
    tags: flag().default(false),
  }).optional(),
  openTelemetry: strict({ to: serverSchema, prefix: anyText().optional() }).optional(),
  interval: duration()
    .refine((given) => given < mostInterval, { error: "a duration below 5 minutes" })
    .optional(),
  prometheus: strict({ address: address.default("127.0.0.1"), port }).optional(),
  tags: z
    .record(anyText().regex(/^[\w.]+$/, { error: "letters, digits, _ and ." }), anyText(), {
      error: "texts by the name of the tag",
    })
    .default({}),
  only: list(anyText("the beginning of a name"), "beginnings of names").optional(),
}).prefault({});

export type Stats = z.output<typeof statsSchema>;
