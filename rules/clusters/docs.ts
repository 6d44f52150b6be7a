import type { RuleDoc } from "../rule.ts";
import { differentRootsDoc } from "./different-roots.doc.ts";
import { differentTrustDomainsDoc } from "./different-trust-domains.doc.ts";
import { failoverLoopDoc } from "./failover-loop.doc.ts";
import { networkUnsetDoc } from "./network-unset.doc.ts";
import { remoteSecretDoc } from "./remote-secret.doc.ts";
import { repeatedClusterNameDoc } from "./repeated-cluster-name.doc.ts";

/** Text and examples of the rules of `clusters/`, by id. */
export const clustersDocs: readonly (readonly [id: string, doc: RuleDoc])[] = [
  ["clusters/different-roots", differentRootsDoc],
  ["clusters/different-trust-domains", differentTrustDomainsDoc],
  ["clusters/failover-loop", failoverLoopDoc],
  ["clusters/network-unset", networkUnsetDoc],
  ["clusters/remote-secret", remoteSecretDoc],
  ["clusters/repeated-cluster-name", repeatedClusterNameDoc],
];
