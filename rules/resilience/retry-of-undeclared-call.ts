import type { Rule } from "../rule.ts";
import { calleeOf } from "./http-calls.ts";
import { repeatingConditions } from "./repeating-conditions.ts";

/** A call that is tried again after it may have taken effect says whether that is safe. */
export const retryOfUndeclaredCall: Rule = {
  id: "resilience/retry-of-undeclared-call",
  code: "HED4504",
  severity: "info",
  summary: "a call that is tried again says whether it is idempotent",
  covers: [],
  reads: ["services", "calls"],
  needs: [],
  check(graph, find) {
    for (const call of graph.calls.filter(({ idempotent }) => idempotent === undefined)) {
      const grpc = calleeOf(graph, call)?.ports.some(({ protocol }) => protocol === "grpc");
      const on = repeatingConditions(call.retries, grpc ?? false);
      if (on.length === 0) continue;
      find({
        outcome: "fail",
        origin: call.origin,
        message: `the call ${call.from} → ${call.to} is tried again on ${on.join(", ")}, and does not say whether that is safe`,
        fix: "set `idempotent: true` if every operation may be repeated, else `false` and retry on failed connections only",
      });
    }
  },
};
