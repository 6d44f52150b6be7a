import type { Rule } from "../rule.ts";
import { differentRoots } from "./different-roots.ts";
import { differentTrustDomains } from "./different-trust-domains.ts";
import { failoverLoop } from "./failover-loop.ts";
import { networkUnset } from "./network-unset.ts";
import { remoteSecret } from "./remote-secret.ts";
import { repeatedClusterName } from "./repeated-cluster-name.ts";

/** The rules of `clusters/`. */
export const clustersRules: readonly Rule[] = [
  differentRoots,
  differentTrustDomains,
  failoverLoop,
  networkUnset,
  remoteSecret,
  repeatedClusterName,
];
