import type { Rule } from "../rule.ts";
import { callDeadline } from "./call-deadline.ts";
import { httpCalls } from "./http-calls.ts";

/** Every call of a service that speaks HTTP or gRPC has a deadline: the proxy's own is none. */
export const callWithoutDeadline: Rule = {
  id: "resilience/call-without-deadline",
  code: "HED4501",
  severity: "warning",
  summary: "every HTTP call has a deadline",
  covers: [],
  reads: ["services", "calls"],
  needs: [],
  check(graph, find) {
    for (const call of httpCalls(graph)) {
      if (callDeadline(call) !== undefined) continue;
      find({
        outcome: "fail",
        origin: call.origin,
        message: `the call ${call.from} → ${call.to} has no timeout, and neither has the route of ${call.to}: it may wait for ever`,
        fix: `set a timeout on the call, for example "2s"`,
      });
    }
  },
};
