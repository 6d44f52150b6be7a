import { retryingRules } from "../../graph/route-rules.ts";
import type { Rule } from "../rule.ts";

/** Most retries of one request that any rule needs. */
const limit = 5;

/** A rule has at most 5 retries: more never help, and load a service that is already in trouble. */
export const tooManyRetries: Rule = {
  id: "resilience/too-many-retries",
  code: "HED4505",
  severity: "warning",
  summary: `a rule has at most ${String(limit)} retries`,
  covers: [],
  reads: ["routes"],
  needs: ["retries"],
  check(graph, find) {
    for (const { retries, origin } of retryingRules(graph)) {
      if (retries.attempts <= limit) continue;
      find({
        outcome: "fail",
        origin,
        message: `${String(retries.attempts)} retries make ${String(retries.attempts + 1)} requests of one; at most ${String(limit)} retries are allowed`,
        fix: `allow 2 retries, and at most ${String(limit)}`,
      });
    }
  },
};
