import type { Checks } from "./checks.ts";

/** Plain Envoy. */
export const envoyChecks: Checks = {
  "envoy-schema": "rules",
  "envoy-admin-exposed": "rules",
  "envoy-edge-hardening": "rules",
  "envoy-upstream-tls": "rules",
  "envoy-timeouts": "rules",
  "envoy-rbac-shadow": "rules",
  "envoy-xds-plain": "rules",
};
