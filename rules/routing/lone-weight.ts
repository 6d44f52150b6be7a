import { weightedRules } from "../../graph/route-rules.ts";
import type { Rule } from "../rule.ts";

/**
 * A destination that is alone in its rule has the weight 100, or none. It gets every request whatever its weight says:
 * the rest of the split is missing, or the weight was left over.
 */
export const loneWeight: Rule = {
  id: "routing/lone-weight",
  code: "HED4679",
  severity: "warning",
  summary: "a destination that is alone has the weight 100 or none",
  covers: ["KIA1104"],
  reads: ["routes"],
  needs: ["destination"],
  check(graph, find) {
    for (const { destinations, origin } of weightedRules(graph)) {
      const only = destinations[0];
      if (only === undefined || destinations.length > 1) continue;
      if (only.weight < 0) continue;
      // In a model, `routing/split-weights` says it.
      if (origin.object === undefined) continue;
      find({
        outcome: "fail",
        origin: only.origin,
        message: `the only destination has weight ${String(only.weight)}, but gets every request`,
        fix: "add the destinations of the rest, or leave the weight out",
      });
    }
  },
};
