import type { z } from "zod";
import type { RetryCondition } from "../vocabulary.ts";
import { duration, flag, list, strictAsWritten, text, wholeNumber } from "./field.ts";
import { textFormats } from "./text-format.ts";

// The pattern admits exactly the texts of the type, which TypeScript cannot derive from a regular expression.
const condition = text(textFormats.retryCondition) as unknown as z.ZodType<
  RetryCondition,
  RetryCondition
>;

/** How often and when a request is tried again. */
export const retriesSchema = strictAsWritten({
  attempts: wholeNumber(0, 10),
  perTryTimeout: duration().optional(),
  on: list(condition, "a list of conditions")
    .min(1, { error: "at least one condition; leave it out for the safe ones" })
    .optional(),
  backoff: duration().optional(),
  maxBackoff: duration().optional(),
  otherHosts: flag().optional(),
  otherLocalities: flag().optional(),
});

export type RetriesInput = z.output<typeof retriesSchema>;
