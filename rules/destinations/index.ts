import { duplicateRule } from "./duplicate-rule.ts";
import { failoverWithoutCapacity } from "./failover-without-capacity.ts";
import { hashByAddress } from "./hash-by-address.ts";
import { idleSubset } from "./idle-subset.ts";
import { localityOfOneZone } from "./locality-of-one-zone.ts";
import { lookupPath } from "./lookup-path.ts";
import { orphanSubset } from "./orphan-subset.ts";
import { overlappingSubsets } from "./overlapping-subsets.ts";
import { overriddenMtls } from "./overridden-mtls.ts";
import { policyForEveryHost } from "./policy-for-every-host.ts";
import { portPolicyDropsSettings } from "./port-policy-drops-settings.ts";
import { portPolicyWithoutTls } from "./port-policy-without-tls.ts";
import { subsetPolicyInactive } from "./subset-policy-inactive.ts";
import { subsetWithoutLabels } from "./subset-without-labels.ts";
import { subsetWithoutWorkload } from "./subset-without-workload.ts";
import { unknownHost } from "./unknown-host.ts";
import { unverifiedServer } from "./unverified-server.ts";
import type { Rule } from "../rule.ts";

/** The rules of `destinations/`. */
export const destinationsRules: readonly Rule[] = [
  duplicateRule,
  failoverWithoutCapacity,
  hashByAddress,
  idleSubset,
  localityOfOneZone,
  lookupPath,
  orphanSubset,
  overlappingSubsets,
  overriddenMtls,
  policyForEveryHost,
  portPolicyDropsSettings,
  portPolicyWithoutTls,
  subsetPolicyInactive,
  subsetWithoutLabels,
  subsetWithoutWorkload,
  unknownHost,
  unverifiedServer,
];
