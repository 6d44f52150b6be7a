import type { ChangeRule } from "../rule.ts";
import { accessRemoved } from "./access-removed.ts";
import { accessWidened } from "./access-widened.ts";
import { authoritySwapped } from "./authority-swapped.ts";
import { blastRadius } from "./blast-radius.ts";
import { certificateSwapped } from "./certificate-swapped.ts";
import { controlPlaneJump } from "./control-plane-jump.ts";
import { deadlineCut } from "./deadline-cut.ts";
import { definitionRemoved } from "./definition-removed.ts";
import { egressClosed } from "./egress-closed.ts";
import { firstAllow } from "./first-allow.ts";
import { hostRemoved } from "./host-removed.ts";
import { identityChanged } from "./identity-changed.ts";
import { leavesMesh } from "./leaves-mesh.ts";
import { loadBalancerReplaced } from "./load-balancer-replaced.ts";
import { mtlsDowngrade } from "./mtls-downgrade.ts";
import { mtlsStrictJump } from "./mtls-strict-jump.ts";
import { portRemoved } from "./port-removed.ts";
import { protocolChanged } from "./protocol-changed.ts";
import { routeBeforeSubset } from "./route-before-subset.ts";
import { subsetRemovedInUse } from "./subset-removed-in-use.ts";
import { tlsDowngrade } from "./tls-downgrade.ts";
import { trafficJump } from "./traffic-jump.ts";
import { trafficToThinSubset } from "./traffic-to-thin-subset.ts";
import { trustDomainChanged } from "./trust-domain-changed.ts";
import { upgradeWithFilters } from "./upgrade-with-filters.ts";

/** The rules of `change/`: they compare the state before with the one after. */
export const changeRules: readonly ChangeRule[] = [
  accessRemoved,
  accessWidened,
  authoritySwapped,
  blastRadius,
  certificateSwapped,
  controlPlaneJump,
  deadlineCut,
  definitionRemoved,
  egressClosed,
  firstAllow,
  hostRemoved,
  identityChanged,
  leavesMesh,
  loadBalancerReplaced,
  mtlsDowngrade,
  mtlsStrictJump,
  portRemoved,
  protocolChanged,
  routeBeforeSubset,
  subsetRemovedInUse,
  tlsDowngrade,
  trafficJump,
  trafficToThinSubset,
  trustDomainChanged,
  upgradeWithFilters,
];
