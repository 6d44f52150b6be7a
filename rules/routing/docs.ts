import { claimRouteWithoutAuthenticationDoc } from "./claim-route-without-authentication.doc.ts";
import { conflictingMeshHostsDoc } from "./conflicting-mesh-hosts.doc.ts";
import { destinationWithoutPortDoc } from "./destination-without-port.doc.ts";
import { exportsToUnknownNamespaceDoc } from "./exports-to-unknown-namespace.doc.ts";
import { faultInjectedDoc } from "./fault-injected.doc.ts";
import { faultWithRetryDoc } from "./fault-with-retry.doc.ts";
import { foreignHostDoc } from "./foreign-host.doc.ts";
import { gatewayOnlyPolicyDoc } from "./gateway-only-policy.doc.ts";
import { hiddenFromCallerDoc } from "./hidden-from-caller.doc.ts";
import { hostNotInGatewayDoc } from "./host-not-in-gateway.doc.ts";
import { ineffectiveMatchDoc } from "./ineffective-match.doc.ts";
import { internalGatewayDoc } from "./internal-gateway.doc.ts";
import { loneWeightDoc } from "./lone-weight.doc.ts";
import { mergeOrderDoc } from "./merge-order.doc.ts";
import { mirrorRiskDoc } from "./mirror-risk.doc.ts";
import { noDefaultDoc } from "./no-default.doc.ts";
import { oldGatewayNameDoc } from "./old-gateway-name.doc.ts";
import { prefixBoundaryDoc } from "./prefix-boundary.doc.ts";
import { protocolMismatchDoc } from "./protocol-mismatch.doc.ts";
import { redirectLoopDoc } from "./redirect-loop.doc.ts";
import { repeatedDestinationDoc } from "./repeated-destination.doc.ts";
import { routeToUnknownHostDoc } from "./route-to-unknown-host.doc.ts";
import { shortNameDoc } from "./short-name.doc.ts";
import { splitWeightsDoc } from "./split-weights.doc.ts";
import { splitWithoutWorkloadDoc } from "./split-without-workload.doc.ts";
import { subsetNotExportedDoc } from "./subset-not-exported.doc.ts";
import { subsetsBypassedByGatewayDoc } from "./subsets-bypassed-by-gateway.doc.ts";
import { unknownDelegateDoc } from "./unknown-delegate.doc.ts";
import { unknownDestinationPortDoc } from "./unknown-destination-port.doc.ts";
import { unknownGatewayDoc } from "./unknown-gateway.doc.ts";
import { unreachableRuleDoc } from "./unreachable-rule.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `routing/`, by id. */
export const routingDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["routing/claim-route-without-authentication", claimRouteWithoutAuthenticationDoc],
  ["routing/conflicting-mesh-hosts", conflictingMeshHostsDoc],
  ["routing/destination-without-port", destinationWithoutPortDoc],
  ["routing/exports-to-unknown-namespace", exportsToUnknownNamespaceDoc],
  ["routing/fault-injected", faultInjectedDoc],
  ["routing/fault-with-retry", faultWithRetryDoc],
  ["routing/foreign-host", foreignHostDoc],
  ["routing/gateway-only-policy", gatewayOnlyPolicyDoc],
  ["routing/hidden-from-caller", hiddenFromCallerDoc],
  ["routing/host-not-in-gateway", hostNotInGatewayDoc],
  ["routing/ineffective-match", ineffectiveMatchDoc],
  ["routing/internal-gateway", internalGatewayDoc],
  ["routing/merge-order", mergeOrderDoc],
  ["routing/mirror-risk", mirrorRiskDoc],
  ["routing/no-default", noDefaultDoc],
  ["routing/old-gateway-name", oldGatewayNameDoc],
  ["routing/prefix-boundary", prefixBoundaryDoc],
  ["routing/protocol-mismatch", protocolMismatchDoc],
  ["routing/redirect-loop", redirectLoopDoc],
  ["routing/repeated-destination", repeatedDestinationDoc],
  ["routing/route-to-unknown-host", routeToUnknownHostDoc],
  ["routing/short-name", shortNameDoc],
  ["routing/split-weights", splitWeightsDoc],
  ["routing/lone-weight", loneWeightDoc],
  ["routing/split-without-workload", splitWithoutWorkloadDoc],
  ["routing/subset-not-exported", subsetNotExportedDoc],
  ["routing/subsets-bypassed-by-gateway", subsetsBypassedByGatewayDoc],
  ["routing/unknown-delegate", unknownDelegateDoc],
  ["routing/unknown-destination-port", unknownDestinationPortDoc],
  ["routing/unknown-gateway", unknownGatewayDoc],
  ["routing/unreachable-rule", unreachableRuleDoc],
];
