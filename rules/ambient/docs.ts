import type { RuleDoc } from "../rule.ts";
import { actionWithoutEffectDoc } from "./action-without-effect.doc.ts";
import { objectOfOtherNamespaceDoc } from "./object-of-other-namespace.doc.ts";
import { policyWithoutWaypointDoc } from "./policy-without-waypoint.doc.ts";
import { routeWithoutWaypointDoc } from "./route-without-waypoint.doc.ts";
import { singleWaypointDoc } from "./single-waypoint.doc.ts";
import { wayPastWaypointDoc } from "./way-past-waypoint.doc.ts";
import { waypointClassDoc } from "./waypoint-class.doc.ts";
import { waypointForOtherTrafficDoc } from "./waypoint-for-other-traffic.doc.ts";
import { waypointListenerDoc } from "./waypoint-listener.doc.ts";
import { waypointNotAllowedDoc } from "./waypoint-not-allowed.doc.ts";

/** Text and examples of the rules of `ambient/`, by id. */
export const ambientDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["ambient/action-without-effect", actionWithoutEffectDoc],
  ["ambient/object-of-other-namespace", objectOfOtherNamespaceDoc],
  ["ambient/policy-without-waypoint", policyWithoutWaypointDoc],
  ["ambient/route-without-waypoint", routeWithoutWaypointDoc],
  ["ambient/single-waypoint", singleWaypointDoc],
  ["ambient/way-past-waypoint", wayPastWaypointDoc],
  ["ambient/waypoint-class", waypointClassDoc],
  ["ambient/waypoint-for-other-traffic", waypointForOtherTrafficDoc],
  ["ambient/waypoint-listener", waypointListenerDoc],
  ["ambient/waypoint-not-allowed", waypointNotAllowedDoc],
];
