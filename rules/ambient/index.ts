import type { Rule } from "../rule.ts";
import { actionWithoutEffect } from "./action-without-effect.ts";
import { objectOfOtherNamespace } from "./object-of-other-namespace.ts";
import { policyWithoutWaypoint } from "./policy-without-waypoint.ts";
import { routeWithoutWaypoint } from "./route-without-waypoint.ts";
import { singleWaypoint } from "./single-waypoint.ts";
import { wayPastWaypoint } from "./way-past-waypoint.ts";
import { waypointClass } from "./waypoint-class.ts";
import { waypointForOtherTraffic } from "./waypoint-for-other-traffic.ts";
import { waypointListener } from "./waypoint-listener.ts";
import { waypointNotAllowed } from "./waypoint-not-allowed.ts";

/** The rules of `ambient/`. */
export const ambientRules: readonly Rule[] = [
  actionWithoutEffect,
  objectOfOtherNamespace,
  policyWithoutWaypoint,
  routeWithoutWaypoint,
  singleWaypoint,
  wayPastWaypoint,
  waypointClass,
  waypointForOtherTraffic,
  waypointListener,
  waypointNotAllowed,
];
