import { z } from "zod";
import {
  anyText,
  duration,
  list,
  map,
  oneOf,
  strict,
  text,
  wholeNumber,
} from "../../../model/schema/field.ts";
import { textFormats } from "../../../model/schema/text-format.ts";
import { compressions } from "./filter-settings.ts";
import { filePath, serverSchema } from "./server-schema.ts";

const usualTypes = [
  ...["text/html", "text/css", "text/plain", "text/xml", "text/javascript"],
  ...["application/javascript", "application/json", "application/xml", "image/svg+xml"],
];
const most = 1_073_741_824;

export const compressionSchema = strict({
  with: list(oneOf(compressions), "a list of zstd, brotli and gzip")
    .min(1, { error: "at least one of zstd, brotli, gzip" })
    .default(["brotli", "gzip"]),
  contentTypes: list(anyText("a content type"), "a list of content types").default(usualTypes),
  minBytes: wholeNumber(1, most).default(1024),
});

export const bufferingSchema = strict({
  maxBytes: wholeNumber(1, most),
  except: list(anyText("the name of a service"), "a list of services").default([]),
});

const place = {
  name: text(textFormats.name),
  before: oneOf(["access", "routing"]).default("routing"),
};
const extension = z.union(
  [
    strict({
      ...place,
      lua: z.union([anyText("a script"), strict({ file: filePath })], {
        error: "a script, or {file}",
      }),
    }),
    strict({
      ...place,
      wasm: strict({
        file: filePath,
        configuration: anyText().optional(),
        rootId: anyText().optional(),
        onFailure: oneOf(["refuse", "pass"]).default("refuse"),
      }),
    }),
  ],
  { error: "{name, lua} or {name, wasm}" },
);

export const extensionsSchema = list(extension, "a list of extensions")
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
    error: "a name for each extension that no other one has",
  })
  .default([]);

const headers = list(text(textFormats.headerName), "a list of names of headers");
const statuses = "one of 400 to 417, 421 to 424, 426, 428, 429, 431, 500 to 508, 510, 511";
/** Those that Envoy has a name for. */
const failureStatus = wholeNumber(400, 511).refine(
  (given) =>
    given <= 417 ||
    (given >= 421 && given <= 424) ||
    [426, 428, 429, 431, 510, 511].includes(given) ||
    (given >= 500 && given <= 508),
  { error: statuses },
);
const common = {
  timeout: duration().default(500),
  onFailure: oneOf(["refuse", "pass"]).default("refuse"),
  statusOnFailure: failureStatus.default(403),
  bodyBytes: wholeNumber(1, most).optional(),
};
const authoriser = z.union(
  [
    strict({
      ...common,
      http: serverSchema,
      pathPrefix: anyText().regex(/^\//, { error: "a path that starts with /" }).optional(),
      requestHeaders: headers.default([]),
      toService: headers.default([]),
      toClient: headers.default([]),
    }),
    strict({ ...common, grpc: serverSchema }),
  ],
  { error: "{http} or {grpc}, with settings" },
);

export const authorisersSchema = map(textFormats.name, authoriser).default({});

export type Compressing = z.output<typeof compressionSchema>;
export type Extension = z.output<typeof extension>;
export type Authoriser = z.output<typeof authoriser>;
