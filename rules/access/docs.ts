import { allowAllAccessDoc } from "./allow-all-access.doc.ts";
import { ambientWithoutTargetDoc } from "./ambient-without-target.doc.ts";
import { ambientWithoutWaypointDoc } from "./ambient-without-waypoint.doc.ts";
import { customProviderMissingDoc } from "./custom-provider-missing.doc.ts";
import { denyHostWithoutPortDoc } from "./deny-host-without-port.doc.ts";
import { httpOnTcpDoc } from "./http-on-tcp.doc.ts";
import { leftInDryRunDoc } from "./left-in-dry-run.doc.ts";
import { methodUnknownDoc } from "./method-unknown.doc.ts";
import { operationHostUnknownDoc } from "./operation-host-unknown.doc.ts";
import { principalUnknownDoc } from "./principal-unknown.doc.ts";
import { selectorWithoutWorkloadDoc } from "./selector-without-workload.doc.ts";
import { sourceNamespaceUnknownDoc } from "./source-namespace-unknown.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `access/`, by id. */
export const accessDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["access/allow-all-access", allowAllAccessDoc],
  ["access/ambient-without-target", ambientWithoutTargetDoc],
  ["access/ambient-without-waypoint", ambientWithoutWaypointDoc],
  ["access/custom-provider-missing", customProviderMissingDoc],
  ["access/deny-host-without-port", denyHostWithoutPortDoc],
  ["access/http-on-tcp", httpOnTcpDoc],
  ["access/left-in-dry-run", leftInDryRunDoc],
  ["access/method-unknown", methodUnknownDoc],
  ["access/operation-host-unknown", operationHostUnknownDoc],
  ["access/principal-unknown", principalUnknownDoc],
  ["access/selector-without-workload", selectorWithoutWorkloadDoc],
  ["access/source-namespace-unknown", sourceNamespaceUnknownDoc],
];
