import { z } from "zod";
import { grpcStatuses, methods, redirectStatuses } from "../vocabulary.ts";
import {
  anyText,
  duration,
  flag,
  isNotEmpty,
  list,
  map,
  oneOf,
  percent,
  strict,
  text,
  wholeNumber,
} from "./field.ts";
import { stringMatch } from "./match-schema.ts";
import { textFormats } from "./text-format.ts";

const path = text(textFormats.plainPath);
const host = text(textFormats.host);
const headerName = text(textFormats.headerName);
const status = wholeNumber(200, 599);

const rewrite = strict({
  path: z
    .union([strict({ full: path }), strict({ prefix: path })], {
      error: '{"full": path} or {"prefix": path}',
    })
    .optional(),
  host: host.optional(),
}).refine(isNotEmpty, { error: "at least one of path, host" });

const redirect = strict({
  scheme: oneOf(["http", "https"]).optional(),
  host: host.optional(),
  port: wholeNumber(1, 65_535).optional(),
  path: path.optional(),
  status: z.literal(redirectStatuses, { error: redirectStatuses.join(", ") }).optional(),
}).refine((each) => Object.keys(each).some((key) => key !== "status"), {
  error: "at least one of scheme, host, port, path",
});

/** Envoy takes no longer one, unless told to. */
const longestBody = 4096;
const bodyError = `text of at most ${String(longestBody)} bytes`;
const body = anyText(bodyError).refine((value) => Buffer.byteLength(value) <= longestBody, {
  error: bodyError,
});

const values = map(textFormats.headerName, text(textFormats.headerValue));
const edit = strict({
  set: values.optional(),
  add: values.optional(),
  remove: list(headerName, "a list of header names").optional(),
});

const cors = strict({
  origins: list(stringMatch, "a list of origins").min(1, { error: "at least one origin" }),
  methods: list(oneOf(methods), "a list of methods").optional(),
  headers: list(headerName, "a list of header names").optional(),
  expose: list(headerName, "a list of header names").optional(),
  maxAge: duration().optional(),
  credentials: flag().optional(),
});

const delay = strict({ time: duration(), percent: percent().optional() });
const abort = z.union(
  [
    strict({ status, percent: percent().optional() }),
    strict({ grpc: oneOf(grpcStatuses), percent: percent().optional() }),
  ],
  { error: '{"status": 200 to 599} or {"grpc": status}, with a percent' },
);
const fault = strict({ delay: delay.optional(), abort: abort.optional() }).refine(isNotEmpty, {
  error: "at least one of delay, abort",
});

const mirror = z.union(
  [
    strict({ version: text(textFormats.version), percent: percent().optional() }),
    strict({ service: text(textFormats.name), percent: percent().optional() }),
  ],
  { error: '{"version": name} or {"service": name}, with a percent' },
);

/** What a rule does beside split, timeout and retries. */
export const actionShape = {
  rewrite: rewrite.optional(),
  redirect: redirect.optional(),
  respond: strict({ status, body: body.optional() }).optional(),
  headers: strict({ request: edit.optional(), response: edit.optional() }).optional(),
  cors: cors.optional(),
  fault: fault.optional(),
  mirror: mirror.optional(),
};

export type ActionInput = z.output<z.ZodObject<typeof actionShape>>;
