import type { ChangeRule } from "../rule.ts";
import { rulePairs } from "./route-pairs.ts";

/** Smallest part of a deadline that one update may leave. */
const leastPart = 0.5;
/** Most retries that one update may add. */
const mostRetries = 2;

/** Deadlines get shorter, and retries more, in steps. */
export const deadlineCut: ChangeRule = {
  id: "change/deadline-cut",
  code: "HED4717",
  severity: "warning",
  summary: "a deadline is not cut, and retries are not multiplied, in one update",
  covers: [],
  reads: ["routes"],
  needs: [],
  check({ before, after }, find) {
    for (const pair of rulePairs(before, after)) {
      const { name, origin } = pair.after;
      const [had, has] = [pair.before.timeout, pair.after.timeout];
      if (had !== undefined && has !== undefined && has > 0 && has < had * leastPart) {
        find({
          outcome: "fail",
          origin,
          message: `the deadline of rule ${name} goes from ${seconds(had)} to ${seconds(has)} in one update`,
          fix: `go to at least ${seconds(had * leastPart)} first, and look at the requests that take longer`,
        });
      }
      const [tried, tries] = [pair.before.retries?.attempts, pair.after.retries?.attempts];
      if (tried === undefined || tries === undefined || tries <= tried + mostRetries) continue;
      find({
        outcome: "fail",
        origin,
        message: `the retries of rule ${name} go from ${String(tried)} to ${String(tries)} in one update`,
        fix: `go to at most ${String(tried + mostRetries)} first: what fails gets ${String(tries + 1)} times the requests`,
      });
    }
  },
};

function seconds(milliseconds: number): string {
  return `${String(milliseconds / 1000)} s`;
}
