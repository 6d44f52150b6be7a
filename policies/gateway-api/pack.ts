import { PolicyPack } from "@pulumi/policy";
import { ambientWithoutTarget } from "../../rules/access/ambient-without-target.ts";
import { ambientWithoutWaypoint } from "../../rules/access/ambient-without-waypoint.ts";
import { ambientRules } from "../../rules/ambient/index.ts";
import { gatewayApiRules } from "../../rules/gateway-api/index.ts";
import { ineffectiveSelector } from "../../rules/gateway/ineffective-selector.ts";
import { gatewayApiTooOld } from "../../rules/objects/gateway-api-too-old.ts";
import { gatewayApiWithoutBeta } from "../../rules/objects/gateway-api-without-beta.ts";
import { gatewayApiWithoutStable } from "../../rules/objects/gateway-api-without-stable.ts";
import { negativeStatus } from "../../rules/objects/negative-status.ts";
import { internalGateway } from "../../rules/routing/internal-gateway.ts";
import { unknownWaypoint } from "../../rules/workloads/unknown-waypoint.ts";
import { waypointWithoutAmbient } from "../../rules/workloads/waypoint-without-ambient.ts";
import { rulePolicies } from "../index.ts";

const definitions = [gatewayApiTooOld, gatewayApiWithoutBeta, gatewayApiWithoutStable];
const attachments = [ineffectiveSelector, internalGateway, negativeStatus];
const waypoints = [
  ambientWithoutTarget,
  ambientWithoutWaypoint,
  unknownWaypoint,
  waypointWithoutAmbient,
];
const rules = [...gatewayApiRules, ...ambientRules, ...definitions, ...attachments, ...waypoints];

/** Gateways and waypoints of the Gateway API, and what refers to them: warnings block too. */
new PolicyPack("heddle-gateway-api", { policies: rulePolicies(rules, { mandatory: "warning" }) });
