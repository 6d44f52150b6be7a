import { retryingRules } from "../../graph/route-rules.ts";
import { printDuration } from "../../model/duration.ts";
import { pausesOf, printWorstCase, triesOf } from "../retry-arithmetic.ts";
import type { Rule } from "../rule.ts";

/**
 * All tries fit into the deadline: (retries + 1) × per-try timeout + the pauses between them, which start at the
 * backoff (25 ms) and double up to ten times that. Otherwise the last retries are promised but never finish.
 */
export const retriesExceedTimeout: Rule = {
  id: "resilience/retries-exceed-timeout",
  code: "HED4007",
  severity: "error",
  summary: "all tries fit into the timeout",
  covers: [],
  reads: ["routes"],
  needs: ["retries"],
  check(graph, find) {
    for (const { retries, timeout, origin } of retryingRules(graph)) {
      if (retries.perTryTimeout === undefined || timeout === undefined) continue;
      const { attempts, perTryTimeout } = retries;
      const worst = triesOf(retries) * perTryTimeout + pausesOf(retries);
      if (attempts === 0 || worst <= timeout) continue;
      const fitting = Math.floor((timeout - pausesOf(retries)) / triesOf(retries));
      const shorter =
        fitting > 0 ? `a per-try timeout of at most "${printDuration(fitting)}", ` : "";
      find({
        outcome: "fail",
        origin,
        message: `${printWorstCase(retries, perTryTimeout)} is more than the timeout of ${printDuration(timeout)}`,
        fix: `set ${shorter}a timeout of at least "${printDuration(worst)}", or fewer retries`,
      });
    }
  },
};
