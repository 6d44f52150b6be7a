import type { Rule } from "../rule.ts";
import { ambientIds } from "./ambient-ids.ts";
import { ambientPolicies } from "./ambient-policies.ts";

/** Policies on HTTP in an ambient namespace name their waypoint or service. A waypoint does not look at selectors. */
export const ambientWithoutTarget: Rule = {
  id: "access/ambient-without-target",
  code: "HED4409",
  severity: "warning",
  summary: "policies on HTTP in an ambient namespace have `targetRefs`",
  covers: ["KIA0110", "KIA1115", "KIA1116", "KIA1117"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, why, targeted, enrolled } of ambientPolicies(graph)) {
      if (!enrolled || targeted) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `${why} is enforced by a waypoint, which takes policies with targetRefs only`,
        fix: "add targetRefs with the Service, or with the Gateway of the waypoint, and remove the selector",
        covers: [ambientIds.get(object.type)?.target ?? ""],
      });
    }
  },
};
