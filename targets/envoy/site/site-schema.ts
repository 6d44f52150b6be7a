import { z } from "zod";
import { anyText, flag, oneOf, strict, text, wholeNumber } from "../../../model/schema/field.ts";
import { textFormats } from "../../../model/schema/text-format.ts";
import {
  authorisersSchema,
  bufferingSchema,
  compressionSchema,
  extensionsSchema,
} from "./filter-schema.ts";
import { httpSchema } from "./http-schema.ts";
import { endpointsSchema, servicesSchema } from "./service-schema.ts";
import { accessLogsSchema, statsSchema, tracingSchema } from "./telemetry-schema.ts";

const port = wholeNumber(1, 65_535);
const byName = (allowed: string) => ({ error: `${allowed} by name` });

const runtimeValue = "a text, a number, true or false";

/** One site as an author writes it, read. What a default depends on the gateway for is still open. */
export const siteSchema = strict({
  gateway: anyText("the name of a gateway").optional(),
  locality: text(textFormats.place).optional(),
  listen: strict({
    address: anyText("an IP address").optional(),
    http: port.optional(),
    https: port.optional(),
    publicHttps: port.optional(),
    http3: flag().optional(),
    tcp: z.record(z.string(), port, byName("ports")).optional(),
  }).default({}),
  endpoints: endpointsSchema,
  services: servicesSchema,
  certificates: anyText("the path of a folder").default("/etc/heddle-edge/certificates"),
  identity: z
    .union(
      [oneOf(["none"]), strict({ certificate: anyText(), key: anyText(), authorities: anyText() })],
      { error: "none, or {certificate, key, authorities}" },
    )
    .optional(),
  publicAuthorities: anyText().default("/etc/ssl/certs/ca-certificates.crt"),
  adminPort: port.default(9901),
  readiness: strict({
    address: anyText("an IP address").default("127.0.0.1"),
    port: port.default(9902),
  }).prefault({}),
  limits: strict({
    connections: wholeNumber(1, 4_294_967_295).default(50_000),
    heapBytes: wholeNumber(16_777_216, Number.MAX_SAFE_INTEGER).default(1_073_741_824),
    bufferBytes: wholeNumber(4096, 1_073_741_824).default(32_768),
  }).prefault({}),
  runtime: z
    .record(anyText(), z.union([z.string(), z.number(), z.boolean()], { error: runtimeValue }), {
      error: "values by key",
    })
    .default({}),
  accessLogs: accessLogsSchema,
  tracing: tracingSchema.optional(),
  stats: statsSchema,
  http: httpSchema,
  compression: compressionSchema.optional(),
  buffering: bufferingSchema.optional(),
  extensions: extensionsSchema,
  authorisers: authorisersSchema,
});

export type ParsedSite = z.output<typeof siteSchema>;

/** The keys of a site, in the order of the schema. */
export const siteKeys: readonly string[] = Object.keys(siteSchema.shape);
