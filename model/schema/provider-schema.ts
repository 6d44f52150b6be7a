import { z } from "zod";
import { failureModes, providerRoles } from "../vocabulary.ts";
import { anyText, duration, list, map, oneOf, strict, text, wholeNumber } from "./field.ts";
import { textFormats } from "./text-format.ts";

const server = { service: text(textFormats.name), port: wholeNumber(1, 65_535).optional() };
const authoriser = {
  ...server,
  timeout: duration().optional(),
  onFailure: oneOf(failureModes).optional(),
  statusOnFailure: wholeNumber(400, 599).optional(),
  bodyBytes: wholeNumber(1, 1_073_741_824).optional(),
};
const headers = list(text(textFormats.headerName), "a list of names of headers");

const pathError = "an absolute path";
const kinds = [
  strict({
    ...authoriser,
    kind: z.literal("http-authoriser"),
    pathPrefix: text(textFormats.plainPath).optional(),
    requestHeaders: headers.optional(),
    toService: headers.optional(),
    toClient: headers.optional(),
  }),
  strict({ ...authoriser, kind: z.literal("grpc-authoriser") }),
  strict({
    kind: z.literal("file-log"),
    path: anyText(pathError).regex(/^\//, { error: pathError }).optional(),
    format: z
      .union([anyText(), map(textFormats.secretKey, z.string({ error: "text" }))], {
        error: "a text, or a map from field to text",
      })
      .optional(),
  }),
  strict({ ...server, kind: z.enum(["otel-logs", "otel-traces", "zipkin-traces"]) }),
  strict({ kind: z.literal("prometheus") }),
  strict({ kind: z.literal("elsewhere"), for: oneOf(providerRoles) }),
] as const;

const provider = z.discriminatedUnion("kind", kinds, {
  error:
    "a map with the kind http-authoriser, grpc-authoriser, file-log, otel-logs, otel-traces, zipkin-traces, prometheus or elsewhere",
});

/** Whom proxies ask or tell, by name. */
export const providersSchema = map(textFormats.secret, provider);

export type ProviderInput = z.output<typeof provider>;
