import { z } from "zod";
import type { RouteMatchDefinition } from "../route-match-definition.ts";
import { methods } from "../vocabulary.ts";
import { checkRegex } from "./check-regex.ts";
import { anyText, flag, isNotEmpty, list, map, oneOf, strict, text } from "./field.ts";
import { textFormats } from "./text-format.ts";

const regexText = anyText("a regular expression in RE2 syntax").check(checkRegex);
const stringForms = [
  anyText(),
  strict({ exact: anyText() }),
  strict({ prefix: anyText() }),
  strict({ regex: regexText }),
] as const;
const stringWords = 'text (exact), {"exact": text}, {"prefix": text}';

/** A text: exact, by prefix or by regular expression. */
export const stringMatch = z.union(stringForms, { error: `${stringWords} or {"regex": text}` });

const headerMatch = z.union([...stringForms, strict({ present: flag() })], {
  error: `${stringWords}, {"regex": text} or {"present": true or false}`,
});

const yes = z.literal(true, { error: "true" });
const queryMatch = z.union([...stringForms, strict({ present: yes })], {
  error: `${stringWords}, {"regex": text} or {"present": true}`,
});

const cookieText = text(textFormats.cookieValue);
const cookieMatch = z.union(
  [
    cookieText,
    strict({ exact: cookieText }),
    strict({ prefix: cookieText }),
    strict({ present: yes }),
  ],
  { error: `${stringWords} or {"present": true}` },
);

const pathError = "a path that starts with /";
const pathText = anyText(pathError).regex(/^\//, { error: pathError });
const pathMatch = z.union(
  [
    pathText,
    strict({ exact: pathText }),
    strict({ prefix: pathText }),
    strict({ regex: regexText }),
  ],
  { error: 'a path (exact), {"exact": path}, {"prefix": path} or {"regex": text}' },
);

const service = text(textFormats.name);
const from = z.union(
  [service, list(service, "a list of services").min(1, { error: "at least one service" })],
  { error: "the name of a service, or a list of them" },
);

const shape = {
  path: pathMatch.optional(),
  grpc: strict({
    service: text(textFormats.grpcService),
    method: text(textFormats.grpcMethod).optional(),
  }).optional(),
  headers: map(textFormats.headerName, headerMatch).optional(),
  cookies: map(textFormats.cookieName, cookieMatch).optional(),
  method: oneOf(methods).optional(),
  query: map(textFormats.queryName, queryMatch).optional(),
  authority: stringMatch.optional(),
  from: from.optional(),
  port: text(textFormats.portName).optional(),
};

const anyMatch = strict(shape).refine(
  (match) =>
    Object.values(match).some(
      (each) => each !== undefined && (typeof each === "string" || isNotEmpty(each)),
    ),
  {
    error: `at least one of ${Object.keys(shape).join(", ")}`,
    params: { fix: "say what to match; the policy for all other requests is the route's own" },
  },
);

export type RouteMatchInput = z.output<typeof anyMatch>;
export type StringMatchInput = z.output<typeof stringMatch>;

/** One match. That `path` and `grpc` exclude each other is checked with the references, to name both places. */
export const matchSchema = anyMatch as unknown as z.ZodType<RouteMatchInput, RouteMatchDefinition>;
