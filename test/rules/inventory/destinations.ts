import type { Checks } from "./checks.ts";

/** Destinations and load balancing. */
export const destinationsChecks: Checks = {
  "dr-host-unknown": "rules",
  "dr-subset-dead": "rules",
  "dr-orphan-subset": "rules",
  "dr-subset-overlap": "rules",
  "dr-subset-policy-inactive": "rules",
  "dr-duplicate": "rules",
  "dr-lookup-path": "rules",
  "dr-port-level-reset": "rules",
  "dr-wildcard-host": "rules",
  "lb-failover-no-outlier": "rules",
  "lb-failover-capacity": "rules",
  "lb-consistent-hash": "rules",
  "lb-locality-single-zone": "rules",
};
