import { z } from "zod";
import { methods } from "../vocabulary.ts";
import { anyText, duration, list, map, oneOf, strict, text, wholeNumber } from "./field.ts";
import { checkRegex } from "./check-regex.ts";
import { retriesSchema } from "./retries-schema.ts";
import { textFormats } from "./text-format.ts";

const regexText = anyText("a regular expression in RE2 syntax").check(checkRegex);

const stringMatch = z.union(
  [
    anyText(),
    strict({ exact: anyText() }),
    strict({ prefix: anyText() }),
    strict({ regex: regexText }),
  ],
  { error: 'text (exact), {"exact": text}, {"prefix": text} or {"regex": text}' },
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

const matchSchema = strict({
  path: pathMatch.optional(),
  headers: map(textFormats.headerName, stringMatch).optional(),
  method: oneOf(methods).optional(),
}).refine(
  (match) =>
    match.path !== undefined ||
    match.method !== undefined ||
    Object.keys(match.headers ?? {}).length > 0,
  {
    error: "at least one of path, headers, method",
    params: { fix: "say what to match; the policy for all other requests is the route's own" },
  },
);

const split = map(textFormats.version, wholeNumber(0, 100));

const policy = {
  split: split.optional(),
  timeout: duration().optional(),
  retries: retriesSchema.optional(),
};

const ruleSchema = strict({
  name: text(textFormats.name).optional(),
  matches: list(matchSchema, "a list of matches").min(1, { error: "at least one match" }),
  ...policy,
});

/** One route as its author writes it. */
export const routeSchema = strict({
  ...policy,
  rules: list(ruleSchema, "a list of rules").optional(),
});

export type RouteInput = z.output<typeof routeSchema>;
export type RouteRuleInput = z.output<typeof ruleSchema>;
export type RouteMatchInput = z.output<typeof matchSchema>;
export type StringMatchInput = z.output<typeof stringMatch>;
