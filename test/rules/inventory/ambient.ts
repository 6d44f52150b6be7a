import type { Checks } from "./checks.ts";

/** Ambient. */
export const ambientChecks: Checks = {
  "ambient-l7-no-waypoint": "rules",
  "ambient-needs-targetref": "rules",
  "ambient-wrong-ns": "rules",
  "ambient-waypoint-missing": "rules",
  "ambient-sidecar-mix": "rules",
  "ambient-ztunnel-unsupported": "rules",
  "ambient-waypoint-capacity": "rules",
  "ambient-bypass": "rules",
};
