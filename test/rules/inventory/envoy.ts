import type { Checks } from "./checks.ts";

/** Plain Envoy. */
export const envoyChecks: Checks = {
  "envoy-schema": "open",
  "envoy-admin-exposed": "open",
  "envoy-edge-hardening": "open",
  "envoy-upstream-tls": "open",
  "envoy-timeouts": "open",
  "envoy-rbac-shadow": "open",
  "envoy-xds-plain": "open",
};
