import type { Checks } from "./checks.ts";

/** Scale and operations. */
export const operationsChecks: Checks = {
  "ops-gateway-replicas": "rules",
  "ops-gateway-pdb": "rules",
  "ops-pdb-blocks": "rules",
  "ops-gateway-spread": "rules",
  "ops-istiod-ha": "rules",
  "ops-resources": "open",
  "ops-hpa-sidecar": "rules",
  "ops-sidecar-scope": "open",
  "ops-config-size": "open",
  "ops-webhook": "rules",
  "ops-version": "rules",
  "ops-debug-open": "rules",
  "ops-deprecated": "rules",
  "ops-owner-metadata": "open",
  "ops-observability-min": "open",
};
