import { retriesExceedTimeout } from "./retries-exceed-timeout.ts";
import { retryAmplification } from "./retry-amplification.ts";
import { retryWithoutPerTryTimeout } from "./retry-without-per-try-timeout.ts";
import type { Rule } from "../rule.ts";

/** The rules of `resilience/`. */
export const resilienceRules: readonly Rule[] = [
  retriesExceedTimeout,
  retryAmplification,
  retryWithoutPerTryTimeout,
];
