import { retryingRules } from "../../graph/route-rules.ts";
import { printDuration } from "../../model/duration.ts";
import { retriesStartedRequests } from "../retry-arithmetic.ts";
import type { Rule } from "../rule.ts";

/**
 * Retries that can follow a started request have a per-try timeout. Without one the first slow try uses up the whole
 * time, and the retries never run. Retries on a failed connection alone need none.
 */
export const retryWithoutPerTryTimeout: Rule = {
  id: "resilience/retry-without-per-try-timeout",
  code: "HED4006",
  severity: "error",
  summary: "retries of started requests have a per-try timeout",
  covers: [],
  reads: ["routes"],
  needs: ["retries"],
  check(graph, find) {
    for (const { retries, timeout, origin } of retryingRules(graph)) {
      if (retries.perTryTimeout !== undefined) continue;
      if (!retriesStartedRequests(retries)) continue;
      const tries = retries.attempts + 1;
      const whole = timeout === undefined ? "for ever" : `the whole ${printDuration(timeout)}`;
      const share = timeout === undefined ? "250ms" : printDuration(shareOf(timeout, tries));
      find({
        outcome: "fail",
        origin,
        message: `${String(retries.attempts)} retries on ${retries.on.join(", ")} without a per-try timeout: one slow try takes ${whole}`,
        fix: `set a per-try timeout, for example "${share}"`,
      });
    }
  },
};

/** A round part of the deadline that leaves room for the pauses between tries. */
function shareOf(timeout: number, tries: number): number {
  const part = (timeout * 0.9) / tries;
  return part > 100 ? Math.floor(part / 50) * 50 : Math.max(1, Math.floor(part / 2));
}
