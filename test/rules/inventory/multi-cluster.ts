import type { Checks } from "./checks.ts";

/** Multi-cluster. */
export const multiClusterChecks: Checks = {
  "mc-trust-roots-differ": "rules",
  "mc-service-inconsistent": "rules",
  "mc-network-unset": "rules",
  "mc-links": "rules",
  "mc-failover-loop": "rules",
};
