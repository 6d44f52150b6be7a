import type { Rule } from "../rule.ts";
import { circlesOfCalls } from "./circles-of-calls.ts";
import { httpCalls } from "./http-calls.ts";

/** Calls that go round in a circle have a deadline somewhere on it: else nothing ends a request that goes round. */
export const circleWithoutDeadline: Rule = {
  id: "resilience/circle-without-deadline",
  code: "HED4500",
  severity: "warning",
  summary: "calls that go round in a circle have a deadline",
  covers: [],
  reads: ["services", "calls"],
  needs: [],
  check(graph, find) {
    const endless = httpCalls(graph).filter(({ timeout }) => timeout === undefined);
    for (const circle of circlesOfCalls(endless)) {
      const [first] = circle;
      if (first === undefined) continue;
      const way = [first.from, ...circle.map(({ to }) => to)].join(" → ");
      find({
        outcome: "fail",
        origin: first.origin,
        message: `calls go round in a circle, and none of them has a timeout: ${way}`,
        fix: "break the circle, or set a timeout on one of its calls",
      });
    }
  },
};
