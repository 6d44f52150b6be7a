import type { ChangeRuleDoc } from "../rule.ts";
import { accessRemovedDoc } from "./access-removed.doc.ts";
import { accessWidenedDoc } from "./access-widened.doc.ts";
import { authoritySwappedDoc } from "./authority-swapped.doc.ts";
import { blastRadiusDoc } from "./blast-radius.doc.ts";
import { certificateSwappedDoc } from "./certificate-swapped.doc.ts";
import { controlPlaneJumpDoc } from "./control-plane-jump.doc.ts";
import { deadlineCutDoc } from "./deadline-cut.doc.ts";
import { definitionRemovedDoc } from "./definition-removed.doc.ts";
import { egressClosedDoc } from "./egress-closed.doc.ts";
import { firstAllowDoc } from "./first-allow.doc.ts";
import { hostRemovedDoc } from "./host-removed.doc.ts";
import { identityChangedDoc } from "./identity-changed.doc.ts";
import { leavesMeshDoc } from "./leaves-mesh.doc.ts";
import { loadBalancerReplacedDoc } from "./load-balancer-replaced.doc.ts";
import { mtlsDowngradeDoc } from "./mtls-downgrade.doc.ts";
import { mtlsStrictJumpDoc } from "./mtls-strict-jump.doc.ts";
import { portRemovedDoc } from "./port-removed.doc.ts";
import { protocolChangedDoc } from "./protocol-changed.doc.ts";
import { routeBeforeSubsetDoc } from "./route-before-subset.doc.ts";
import { subsetRemovedInUseDoc } from "./subset-removed-in-use.doc.ts";
import { tlsDowngradeDoc } from "./tls-downgrade.doc.ts";
import { trafficJumpDoc } from "./traffic-jump.doc.ts";
import { trafficToThinSubsetDoc } from "./traffic-to-thin-subset.doc.ts";
import { trustDomainChangedDoc } from "./trust-domain-changed.doc.ts";
import { upgradeWithFiltersDoc } from "./upgrade-with-filters.doc.ts";

/** Text and examples of the rules of `change/`, by id. */
export const changeDocs: readonly (readonly [id: string, doc: ChangeRuleDoc])[] = [
  ["change/access-removed", accessRemovedDoc],
  ["change/access-widened", accessWidenedDoc],
  ["change/authority-swapped", authoritySwappedDoc],
  ["change/blast-radius", blastRadiusDoc],
  ["change/certificate-swapped", certificateSwappedDoc],
  ["change/control-plane-jump", controlPlaneJumpDoc],
  ["change/deadline-cut", deadlineCutDoc],
  ["change/definition-removed", definitionRemovedDoc],
  ["change/egress-closed", egressClosedDoc],
  ["change/first-allow", firstAllowDoc],
  ["change/host-removed", hostRemovedDoc],
  ["change/identity-changed", identityChangedDoc],
  ["change/leaves-mesh", leavesMeshDoc],
  ["change/load-balancer-replaced", loadBalancerReplacedDoc],
  ["change/mtls-downgrade", mtlsDowngradeDoc],
  ["change/mtls-strict-jump", mtlsStrictJumpDoc],
  ["change/port-removed", portRemovedDoc],
  ["change/protocol-changed", protocolChangedDoc],
  ["change/route-before-subset", routeBeforeSubsetDoc],
  ["change/subset-removed-in-use", subsetRemovedInUseDoc],
  ["change/tls-downgrade", tlsDowngradeDoc],
  ["change/traffic-jump", trafficJumpDoc],
  ["change/traffic-to-thin-subset", trafficToThinSubsetDoc],
  ["change/trust-domain-changed", trustDomainChangedDoc],
  ["change/upgrade-with-filters", upgradeWithFiltersDoc],
];
