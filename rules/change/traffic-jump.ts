import type { ChangeRule } from "../rule.ts";
import { rulePairs } from "./route-pairs.ts";
import { nameOf, sharesOf } from "./shares.ts";

/** Most points of percent that one step may add to a destination that has traffic already. */
const maxStep = 25;
/** Most that a destination without traffic may get at first. */
const maxFirst = 10;

/** Traffic moves to a version in steps, so that a fault of it hits few. */
export const trafficJump: ChangeRule = {
  id: "change/traffic-jump",
  code: "HED4700",
  severity: "error",
  summary: "traffic moves to a destination in small steps",
  covers: [],
  reads: ["routes", "subsets"],
  needs: ["destination"],
  check({ before, after }, find) {
    for (const pair of rulePairs(before, after)) {
      const old = sharesOf(before, pair.before);
      // Nothing to move: the rule sent nowhere, for example because it redirected.
      if (old.size === 0) continue;
      for (const [key, { destination, percent }] of sharesOf(after, pair.after)) {
        const had = old.get(key)?.percent ?? 0;
        const limit = had === 0 ? maxFirst : had + maxStep;
        // A share of a third is no round number.
        if (percent <= limit + 0.5) continue;
        find({
          outcome: "fail",
          origin: destination.origin,
          message: `${nameOf(destination)} goes from ${points(had)} to ${points(percent)} of the requests in one update`,
          fix: `go to at most ${points(limit)} now, watch it, and take the rest in further steps`,
        });
      }
    }
  },
};

function points(percent: number): string {
  return `${String(Math.round(percent))} %`;
}
