import { retryingRules, type RetryingRule } from "../../graph/route-rules.ts";
import type { Method } from "../../model/vocabulary.ts";
import type { Finding, Rule } from "../rule.ts";
import { calleeOf } from "./http-calls.ts";
import { repeatingConditions } from "./repeating-conditions.ts";

const fix =
  "retry only on connect-failure, refused-stream and reset-before-request, or make the operation safe to repeat and say so";

/** Whether requests of a method do something again each time that they are sent. */
const isUnsafe = (method: Method | undefined): boolean => method === "POST" || method === "PATCH";

/**
 * What is not safe to repeat is never tried again after it may have taken effect: calls declared so, and rules with a
 * match of their own for POST or PATCH, whoever calls. What else such a rule matches does not make these safe, and a
 * target may have to write each match as a rule of its own.
 */
export const retryOfUnsafeCall: Rule = {
  id: "resilience/retry-of-unsafe-call",
  code: "HED4503",
  severity: "error",
  summary: "what is not safe to repeat is not tried again after it may have taken effect",
  covers: [],
  reads: ["services", "calls", "routes"],
  needs: ["retries"],
  check(graph, find) {
    for (const call of graph.calls.filter(({ idempotent }) => idempotent === false)) {
      const grpc = calleeOf(graph, call)?.ports.some(({ protocol }) => protocol === "grpc");
      const on = repeatingConditions(call.retries, grpc ?? false);
      if (on.length === 0) continue;
      const message = `the call ${call.from} → ${call.to} is not idempotent and is tried again on ${on.join(", ")}, when it may have taken effect`;
      find({ outcome: "fail", origin: call.origin, message, fix });
    }
    // A caller's own rule is as safe as its call is said to be.
    for (const rule of retryingRules(graph)) if (!rule.callers) checkRule(rule, find);
  },
};

function checkRule({ matches, retries, origin }: RetryingRule, find: (finding: Finding) => void) {
  const methods = new Set(matches.map(({ method }) => method).filter(isUnsafe));
  if (methods.size === 0) return;
  const on = repeatingConditions(retries, false);
  if (on.length === 0) return;
  const message = `a rule for ${[...methods].join(" and ")} tries again on ${on.join(", ")}, when the request may have taken effect`;
  find({ outcome: "fail", origin, message, fix });
}
