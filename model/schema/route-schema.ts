import { z } from "zod";
import type { RouteDefinition } from "../route-definition.ts";
import { actionShape } from "./action-schema.ts";
import { duration, isNotEmpty, list, map, strictAsWritten, text, wholeNumber } from "./field.ts";
import { matchSchema } from "./match-schema.ts";
import { retriesSchema } from "./retries-schema.ts";
import { textFormats } from "./text-format.ts";

const split = map(textFormats.version, wholeNumber(0, 100));

const shareError = "a whole number from 0 to 100, or a map from version name to one";
const shares = map(
  textFormats.name,
  z.union([wholeNumber(0, 100), split.refine(isNotEmpty, { error: shareError })], {
    error: shareError,
  }),
).refine(isNotEmpty, { error: "at least one service" });

const policy = {
  split: split.optional(),
  service: text(textFormats.name).optional(),
  services: shares.optional(),
  timeout: duration().optional(),
  retries: retriesSchema.optional(),
  ...actionShape,
};

const ruleSchema = strictAsWritten({
  name: text(textFormats.name).optional(),
  matches: list(matchSchema, "a list of matches").min(1, { error: "at least one match" }),
  ...policy,
});

const anyRoute = strictAsWritten({
  ...policy,
  rules: list(ruleSchema, "a list of rules").optional(),
});

export type RouteInput = z.output<typeof anyRoute>;
export type RouteRuleInput = z.output<typeof ruleSchema>;

/** One route as its author writes it. What excludes each other is checked with the references, to name both places. */
export const routeSchema = anyRoute as unknown as z.ZodType<RouteInput, RouteDefinition>;
