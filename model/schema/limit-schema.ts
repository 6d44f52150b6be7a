import { z } from "zod";
import { limitScopes, limitUnits, methods, uncountedModes } from "../vocabulary.ts";
import { anyText, duration, isNotEmpty, list, oneOf, strict, text, wholeNumber } from "./field.ts";
import { textFormats } from "./text-format.ts";

const pathError = "a path that starts with /, without a query";
const path = anyText(pathError).regex(/^\/[^?]*$/, { error: pathError });

const limit = strict({
  requests: wholeNumber(1, 1_000_000),
  per: oneOf(limitUnits),
  scope: oneOf(limitScopes).optional(),
  by: z
    .union(
      [
        strict({ header: text(textFormats.headerName) }),
        strict({ remoteAddress: z.literal(true, { error: "true" }) }),
      ],
      { error: '{"header": name} or {"remoteAddress": true}' },
    )
    .optional(),
  match: strict({
    path: z
      .union([path, strict({ prefix: path })], { error: 'a path (exact) or {"prefix": path}' })
      .optional(),
    method: oneOf(methods).optional(),
  })
    .refine(isNotEmpty, { error: "at least one of path, method" })
    .optional(),
});

/** How many requests a service takes. */
export const limitsSchema = list(limit, "a list of limits").min(1, { error: "at least one limit" });

/** Who counts for all instances of a service. */
export const globalLimitsSchema = strict({
  service: text(textFormats.name),
  timeout: duration().optional(),
  uncounted: oneOf(uncountedModes).optional(),
});

export type GlobalLimitsInput = z.output<typeof globalLimitsSchema>;
export type LimitInput = z.output<typeof limit>;
