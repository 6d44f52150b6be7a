import { serviceByHost, subsetOf } from "../../graph/query.ts";
import type { ChangeRule } from "../rule.ts";

/** A subset is there an update earlier than the traffic for it. */
export const routeBeforeSubset: ChangeRule = {
  id: "change/route-before-subset",
  code: "HED4703",
  severity: "warning",
  summary: "a subset is there before a route sends to it",
  covers: [],
  reads: ["routes", "subsets", "services"],
  needs: [],
  check({ before, after }, find) {
    for (const { rules } of after.routes) {
      for (const { host, subset, weight, origin } of rules.flatMap((each) => each.destinations)) {
        // A host that is new has no callers yet that could fail.
        if (subset === undefined || weight === 0 || serviceByHost(before, host) === undefined) {
          continue;
        }
        const now = subsetOf(after, host, subset);
        if (now === undefined || subsetOf(before, host, subset) !== undefined) continue;
        // What a mesh of Heddle makes is put in order by its components.
        if (origin.object === undefined || now.origin.object === undefined) continue;
        find({
          outcome: "fail",
          origin,
          message: `subset ${subset} of ${host} comes in the same update as the route to it`,
          fix: "add the subset first, and send to it in the next update; or let the route depend on the DestinationRule (dependsOn)",
        });
      }
    }
  },
};
