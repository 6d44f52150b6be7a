import type { Checks } from "./checks.ts";

/** Scale and operations. */
export const operationsChecks: Checks = {
  "ops-gateway-replicas": "rules",
  "ops-gateway-pdb": "rules",
  "ops-pdb-blocks": "rules",
  "ops-gateway-spread": "rules",
  "ops-istiod-ha": "rules",
  "ops-resources": "rules",
  "ops-hpa-sidecar": "rules",
  "ops-sidecar-scope": "rules",
  "ops-config-size": "rules",
  "ops-webhook": "rules",
  "ops-version": "rules",
  "ops-debug-open": "rules",
  "ops-deprecated": "rules",
  "ops-owner-metadata": "rules",
  "ops-observability-min": "rules",
};
