import { printDuration } from "../../model/duration.ts";
import type { Rule } from "../rule.ts";
import { callDeadline, type CallDeadline } from "./call-deadline.ts";

/**
 * The deadline of a call leaves room for the calls that the callee makes for it, one after another. Else the caller has
 * given up while they still work. Calls without a deadline count nothing here.
 */
export const deadlineShorterThanCallee: Rule = {
  id: "resilience/deadline-shorter-than-callee",
  code: "HED4502",
  severity: "warning",
  summary: "the deadline of a call leaves room for the calls behind it",
  covers: [],
  reads: ["calls"],
  needs: [],
  check({ calls }, find) {
    const from = Map.groupBy(calls, (call) => call.from);
    for (const call of calls) {
      const deadline = callDeadline(call);
      const behind = (from.get(call.to) ?? [])
        .flatMap((each) => {
          const own = callDeadline(each);
          return own === undefined ? [] : [{ to: each.to, ...own }];
        })
        .sort((a, b) => (a.to < b.to ? -1 : 1));
      const needed = behind.reduce((sum, { time }) => sum + time, 0);
      if (deadline === undefined || needed <= deadline.time) continue;
      const terms = behind.map(printTerm).join(" + ");
      const sum =
        behind.length === 1 ? terms : `${terms} = ${printDuration(needed)}, one after another`;
      find({
        outcome: "fail",
        origin: call.origin,
        message: `${call.from} waits at most ${deadline.text} for ${call.to}, which may itself wait ${sum}`,
        fix: `wait at least "${printDuration(needed)}" for ${call.to}, or give the calls of ${call.to} less time`,
      });
    }
  },
};

/** `2s (shop/stock)`, or how the time comes about: `1s25ms (shop/stock: 2 tries × 500ms + pauses of 25ms = 1s25ms)`. */
function printTerm({ to, time, text }: CallDeadline & { readonly to: string }): string {
  const whole = printDuration(time);
  return text === whole ? `${whole} (${to})` : `${whole} (${to}: ${text})`;
}
