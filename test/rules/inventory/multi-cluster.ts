import type { Checks } from "./checks.ts";

/** Multi-cluster. */
export const multiClusterChecks: Checks = {
  "mc-trust-roots-differ": "open",
  "mc-service-inconsistent": "rules",
  "mc-network-unset": "rules",
  "mc-links": "open",
  "mc-failover-loop": "open",
};
