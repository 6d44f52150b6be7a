import { allowAllAccess } from "./allow-all-access.ts";
import { ambientWithoutTarget } from "./ambient-without-target.ts";
import { ambientWithoutWaypoint } from "./ambient-without-waypoint.ts";
import { customProviderMissing } from "./custom-provider-missing.ts";
import { denyHostWithoutPort } from "./deny-host-without-port.ts";
import { httpOnTcp } from "./http-on-tcp.ts";
import { leftInDryRun } from "./left-in-dry-run.ts";
import { methodUnknown } from "./method-unknown.ts";
import { operationHostUnknown } from "./operation-host-unknown.ts";
import { principalUnknown } from "./principal-unknown.ts";
import { selectorWithoutWorkload } from "./selector-without-workload.ts";
import { sourceNamespaceUnknown } from "./source-namespace-unknown.ts";
import type { Rule } from "../rule.ts";

/** The rules of `access/`. */
export const accessRules: readonly Rule[] = [
  allowAllAccess,
  ambientWithoutTarget,
  ambientWithoutWaypoint,
  customProviderMissing,
  denyHostWithoutPort,
  httpOnTcp,
  leftInDryRun,
  methodUnknown,
  operationHostUnknown,
  principalUnknown,
  selectorWithoutWorkload,
  sourceNamespaceUnknown,
];
