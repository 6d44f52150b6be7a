import { allowAllAccess } from "./allow-all-access.ts";
import { allowsInWholeMesh } from "./allows-in-whole-mesh.ts";
import { allowsNobody } from "./allows-nobody.ts";
import { allowsUndeclaredCaller } from "./allows-undeclared-caller.ts";
import { ambientWithoutTarget } from "./ambient-without-target.ts";
import { ambientWithoutWaypoint } from "./ambient-without-waypoint.ts";
import { auditWithoutEffect } from "./audit-without-effect.ts";
import { authorizerFailsOpen } from "./authorizer-fails-open.ts";
import { customProviderMissing } from "./custom-provider-missing.ts";
import { declaredCallDenied } from "./declared-call-denied.ts";
import { denyHostWithoutPort } from "./deny-host-without-port.ts";
import { gatewayWithoutPolicy } from "./gateway-without-policy.ts";
import { httpOnTcp } from "./http-on-tcp.ts";
import { identityInPlaintext } from "./identity-in-plaintext.ts";
import { identityWithoutMtls } from "./identity-without-mtls.ts";
import { identityWithoutStartedMtls } from "./identity-without-started-mtls.ts";
import { leftInDryRun } from "./left-in-dry-run.ts";
import { methodUnknown } from "./method-unknown.ts";
import { noDefaultDeny } from "./no-default-deny.ts";
import { openRole } from "./open-role.ts";
import { operationHostUnknown } from "./operation-host-unknown.ts";
import { pathBeforeRewrite } from "./path-before-rewrite.ts";
import { pathNotNormalized } from "./path-not-normalized.ts";
import { principalUnknown } from "./principal-unknown.ts";
import { riskyCondition } from "./risky-condition.ts";
import { ruleWithoutEffect } from "./rule-without-effect.ts";
import { selectorWithoutWorkload } from "./selector-without-workload.ts";
import { sourceAddressLost } from "./source-address-lost.ts";
import { sourceNamespaceUnknown } from "./source-namespace-unknown.ts";
import { trustDomainUnknown } from "./trust-domain-unknown.ts";
import { uncoveredByNetworkPolicy } from "./uncovered-by-network-policy.ts";
import { workloadUncovered } from "./workload-uncovered.ts";
import type { Rule } from "../rule.ts";

/** The rules of `access/`. */
export const accessRules: readonly Rule[] = [
  allowAllAccess,
  allowsInWholeMesh,
  allowsNobody,
  allowsUndeclaredCaller,
  ambientWithoutTarget,
  ambientWithoutWaypoint,
  auditWithoutEffect,
  authorizerFailsOpen,
  customProviderMissing,
  declaredCallDenied,
  denyHostWithoutPort,
  gatewayWithoutPolicy,
  httpOnTcp,
  identityInPlaintext,
  identityWithoutMtls,
  identityWithoutStartedMtls,
  leftInDryRun,
  methodUnknown,
  noDefaultDeny,
  openRole,
  operationHostUnknown,
  pathBeforeRewrite,
  pathNotNormalized,
  principalUnknown,
  riskyCondition,
  ruleWithoutEffect,
  selectorWithoutWorkload,
  sourceAddressLost,
  sourceNamespaceUnknown,
  trustDomainUnknown,
  uncoveredByNetworkPolicy,
  workloadUncovered,
];
