import { claimRouteWithoutAuthentication } from "./claim-route-without-authentication.ts";
import { conflictingMeshHosts } from "./conflicting-mesh-hosts.ts";
import { destinationWithoutPort } from "./destination-without-port.ts";
import { exportsToUnknownNamespace } from "./exports-to-unknown-namespace.ts";
import { faultInjected } from "./fault-injected.ts";
import { faultWithRetry } from "./fault-with-retry.ts";
import { foreignHost } from "./foreign-host.ts";
import { gatewayOnlyPolicy } from "./gateway-only-policy.ts";
import { hiddenFromCaller } from "./hidden-from-caller.ts";
import { hostNotInGateway } from "./host-not-in-gateway.ts";
import { ineffectiveMatch } from "./ineffective-match.ts";
import { internalGateway } from "./internal-gateway.ts";
import { loneWeight } from "./lone-weight.ts";
import { mergeOrder } from "./merge-order.ts";
import { mirrorRisk } from "./mirror-risk.ts";
import { noDefault } from "./no-default.ts";
import { oldGatewayName } from "./old-gateway-name.ts";
import { prefixBoundary } from "./prefix-boundary.ts";
import { protocolMismatch } from "./protocol-mismatch.ts";
import { redirectLoop } from "./redirect-loop.ts";
import { repeatedDestination } from "./repeated-destination.ts";
import { routeToUnknownHost } from "./route-to-unknown-host.ts";
import { shortName } from "./short-name.ts";
import { splitWeights } from "./split-weights.ts";
import { splitWithoutWorkload } from "./split-without-workload.ts";
import { subsetNotExported } from "./subset-not-exported.ts";
import { subsetsBypassedByGateway } from "./subsets-bypassed-by-gateway.ts";
import { unknownDelegate } from "./unknown-delegate.ts";
import { unknownDestinationPort } from "./unknown-destination-port.ts";
import { unknownGateway } from "./unknown-gateway.ts";
import { unreachableRule } from "./unreachable-rule.ts";
import type { Rule } from "../rule.ts";

/** The rules of `routing/`. */
export const routingRules: readonly Rule[] = [
  claimRouteWithoutAuthentication,
  conflictingMeshHosts,
  destinationWithoutPort,
  exportsToUnknownNamespace,
  faultInjected,
  faultWithRetry,
  foreignHost,
  gatewayOnlyPolicy,
  hiddenFromCaller,
  hostNotInGateway,
  ineffectiveMatch,
  internalGateway,
  mergeOrder,
  mirrorRisk,
  noDefault,
  oldGatewayName,
  prefixBoundary,
  protocolMismatch,
  redirectLoop,
  repeatedDestination,
  routeToUnknownHost,
  shortName,
  splitWeights,
  loneWeight,
  splitWithoutWorkload,
  subsetNotExported,
  subsetsBypassedByGateway,
  unknownDelegate,
  unknownDestinationPort,
  unknownGateway,
  unreachableRule,
];
