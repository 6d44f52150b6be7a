import type { Rule } from "../rule.ts";
import { ambientIds } from "./ambient-ids.ts";
import { ambientPolicies } from "./ambient-policies.ts";

/** Policies on HTTP in an ambient namespace have a waypoint that enforces them. ztunnel does not read HTTP. */
export const ambientWithoutWaypoint: Rule = {
  id: "access/ambient-without-waypoint",
  code: "HED4408",
  severity: "warning",
  summary: "policies on HTTP in an ambient namespace have a waypoint",
  covers: ["KIA0109", "KIA1110", "KIA1111", "KIA1112"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, why, targeted, enrolled } of ambientPolicies(graph)) {
      if (enrolled || targeted) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `${why} needs a waypoint, and nothing in the ambient namespace ${object.namespace} uses one`,
        fix: "deploy a waypoint and label the namespace istio.io/use-waypoint, or refer to one by targetRefs",
        covers: [ambientIds.get(object.type)?.waypoint ?? ""],
      });
    }
  },
};
