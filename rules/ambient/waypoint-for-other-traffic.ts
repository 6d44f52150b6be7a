import type { Rule } from "../rule.ts";
import { waypointUses, type WaypointUse } from "./waypoint-uses.ts";

const label = "istio.io/waypoint-for";

/** What each value of the label lets through. */
const takes: Readonly<Record<string, readonly WaypointUse["by"][]>> = {
  service: ["namespace", "service"],
  workload: ["namespace", "pod"],
  all: ["namespace", "service", "pod"],
  none: [],
};

/** A waypoint is for the traffic of what names it: to services, to pods, or to both. */
export const waypointForOtherTraffic: Rule = {
  id: "ambient/waypoint-for-other-traffic",
  code: "HED4806",
  severity: "warning",
  summary: "a waypoint is for the traffic of what names it",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { by, gateway, waypoint, origin } of waypointUses(graph)) {
      if (gateway === undefined) continue;
      const value = gateway.labels[label] ?? "service";
      const allowed = takes[value];
      if (allowed === undefined || allowed.includes(by)) continue;
      const needed = by === "pod" ? "workload" : "service";
      find({
        outcome: "fail",
        origin,
        message: `the waypoint ${waypoint.namespace}/${waypoint.name} is for traffic to ${value === "none" ? "nothing" : `${value}s`}, and a ${by} names it: the label has no effect`,
        fix: `label the Gateway ${label}: ${needed} or all, or put the label istio.io/use-waypoint on ${by === "pod" ? "the Service" : "the pods"}`,
      });
    }
  },
};
