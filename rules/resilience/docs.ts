import { retriesExceedTimeoutDoc } from "./retries-exceed-timeout.doc.ts";
import { retryAmplificationDoc } from "./retry-amplification.doc.ts";
import { retryWithoutPerTryTimeoutDoc } from "./retry-without-per-try-timeout.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `resilience/`, by id. */
export const resilienceDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["resilience/retries-exceed-timeout", retriesExceedTimeoutDoc],
  ["resilience/retry-amplification", retryAmplificationDoc],
  ["resilience/retry-without-per-try-timeout", retryWithoutPerTryTimeoutDoc],
];
