import { duplicateRuleDoc } from "./duplicate-rule.doc.ts";
import { failoverWithoutCapacityDoc } from "./failover-without-capacity.doc.ts";
import { hashByAddressDoc } from "./hash-by-address.doc.ts";
import { idleSubsetDoc } from "./idle-subset.doc.ts";
import { localityOfOneZoneDoc } from "./locality-of-one-zone.doc.ts";
import { lookupPathDoc } from "./lookup-path.doc.ts";
import { orphanSubsetDoc } from "./orphan-subset.doc.ts";
import { overlappingSubsetsDoc } from "./overlapping-subsets.doc.ts";
import { overriddenMtlsDoc } from "./overridden-mtls.doc.ts";
import { policyForEveryHostDoc } from "./policy-for-every-host.doc.ts";
import { portPolicyDropsSettingsDoc } from "./port-policy-drops-settings.doc.ts";
import { portPolicyWithoutTlsDoc } from "./port-policy-without-tls.doc.ts";
import { subsetPolicyInactiveDoc } from "./subset-policy-inactive.doc.ts";
import { subsetWithoutLabelsDoc } from "./subset-without-labels.doc.ts";
import { subsetWithoutWorkloadDoc } from "./subset-without-workload.doc.ts";
import { unknownHostDoc } from "./unknown-host.doc.ts";
import { unverifiedServerDoc } from "./unverified-server.doc.ts";
import type { RuleDoc } from "../rule.ts";

/** Text and examples of the rules of `destinations/`, by id. */
export const destinationsDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["destinations/duplicate-rule", duplicateRuleDoc],
  ["destinations/failover-without-capacity", failoverWithoutCapacityDoc],
  ["destinations/hash-by-address", hashByAddressDoc],
  ["destinations/idle-subset", idleSubsetDoc],
  ["destinations/locality-of-one-zone", localityOfOneZoneDoc],
  ["destinations/lookup-path", lookupPathDoc],
  ["destinations/orphan-subset", orphanSubsetDoc],
  ["destinations/overlapping-subsets", overlappingSubsetsDoc],
  ["destinations/overridden-mtls", overriddenMtlsDoc],
  ["destinations/policy-for-every-host", policyForEveryHostDoc],
  ["destinations/port-policy-drops-settings", portPolicyDropsSettingsDoc],
  ["destinations/port-policy-without-tls", portPolicyWithoutTlsDoc],
  ["destinations/subset-policy-inactive", subsetPolicyInactiveDoc],
  ["destinations/subset-without-labels", subsetWithoutLabelsDoc],
  ["destinations/subset-without-workload", subsetWithoutWorkloadDoc],
  ["destinations/unknown-host", unknownHostDoc],
  ["destinations/unverified-server", unverifiedServerDoc],
];
