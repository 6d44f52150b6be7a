import { allowAllAccessDoc } from "./allow-all-access.doc.ts";
import { allowsInWholeMeshDoc } from "./allows-in-whole-mesh.doc.ts";
import { allowsNobodyDoc } from "./allows-nobody.doc.ts";
import { allowsUndeclaredCallerDoc } from "./allows-undeclared-caller.doc.ts";
import { ambientWithoutTargetDoc } from "./ambient-without-target.doc.ts";
import { ambientWithoutWaypointDoc } from "./ambient-without-waypoint.doc.ts";
import { auditWithoutEffectDoc } from "./audit-without-effect.doc.ts";
import { authorizerFailsOpenDoc } from "./authorizer-fails-open.doc.ts";
import { customProviderMissingDoc } from "./custom-provider-missing.doc.ts";
import { declaredCallDeniedDoc } from "./declared-call-denied.doc.ts";
import { denyHostWithoutPortDoc } from "./deny-host-without-port.doc.ts";
import { gatewayWithoutPolicyDoc } from "./gateway-without-policy.doc.ts";
import { httpOnTcpDoc } from "./http-on-tcp.doc.ts";
import { identityInPlaintextDoc } from "./identity-in-plaintext.doc.ts";
import { identityWithoutMtlsDoc } from "./identity-without-mtls.doc.ts";
import { identityWithoutStartedMtlsDoc } from "./identity-without-started-mtls.doc.ts";
import { leftInDryRunDoc } from "./left-in-dry-run.doc.ts";
import { methodUnknownDoc } from "./method-unknown.doc.ts";
import { noDefaultDenyDoc } from "./no-default-deny.doc.ts";
import { openRoleDoc } from "./open-role.doc.ts";
import { operationHostUnknownDoc } from "./operation-host-unknown.doc.ts";
import { pathBeforeRewriteDoc } from "./path-before-rewrite.doc.ts";
import { pathNotNormalizedDoc } from "./path-not-normalized.doc.ts";
import { principalUnknownDoc } from "./principal-unknown.doc.ts";
import { riskyConditionDoc } from "./risky-condition.doc.ts";
import { ruleWithoutEffectDoc } from "./rule-without-effect.doc.ts";
import { selectorWithoutWorkloadDoc } from "./selector-without-workload.doc.ts";
import { sourceAddressLostDoc } from "./source-address-lost.doc.ts";
import { sourceNamespaceUnknownDoc } from "./source-namespace-unknown.doc.ts";
import { trustDomainUnknownDoc } from "./trust-domain-unknown.doc.ts";
import { uncoveredByNetworkPolicyDoc } from "./uncovered-by-network-policy.doc.ts";
import { workloadUncoveredDoc } from "./workload-uncovered.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `access/`, by id. */
export const accessDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["access/allow-all-access", allowAllAccessDoc],
  ["access/allows-in-whole-mesh", allowsInWholeMeshDoc],
  ["access/allows-nobody", allowsNobodyDoc],
  ["access/allows-undeclared-caller", allowsUndeclaredCallerDoc],
  ["access/ambient-without-target", ambientWithoutTargetDoc],
  ["access/ambient-without-waypoint", ambientWithoutWaypointDoc],
  ["access/audit-without-effect", auditWithoutEffectDoc],
  ["access/authorizer-fails-open", authorizerFailsOpenDoc],
  ["access/custom-provider-missing", customProviderMissingDoc],
  ["access/declared-call-denied", declaredCallDeniedDoc],
  ["access/deny-host-without-port", denyHostWithoutPortDoc],
  ["access/gateway-without-policy", gatewayWithoutPolicyDoc],
  ["access/http-on-tcp", httpOnTcpDoc],
  ["access/identity-in-plaintext", identityInPlaintextDoc],
  ["access/identity-without-mtls", identityWithoutMtlsDoc],
  ["access/identity-without-started-mtls", identityWithoutStartedMtlsDoc],
  ["access/left-in-dry-run", leftInDryRunDoc],
  ["access/method-unknown", methodUnknownDoc],
  ["access/no-default-deny", noDefaultDenyDoc],
  ["access/open-role", openRoleDoc],
  ["access/operation-host-unknown", operationHostUnknownDoc],
  ["access/path-before-rewrite", pathBeforeRewriteDoc],
  ["access/path-not-normalized", pathNotNormalizedDoc],
  ["access/principal-unknown", principalUnknownDoc],
  ["access/risky-condition", riskyConditionDoc],
  ["access/rule-without-effect", ruleWithoutEffectDoc],
  ["access/selector-without-workload", selectorWithoutWorkloadDoc],
  ["access/source-address-lost", sourceAddressLostDoc],
  ["access/source-namespace-unknown", sourceNamespaceUnknownDoc],
  ["access/trust-domain-unknown", trustDomainUnknownDoc],
  ["access/uncovered-by-network-policy", uncoveredByNetworkPolicyDoc],
  ["access/workload-uncovered", workloadUncoveredDoc],
];
