import type { Checks } from "./checks.ts";

/** Change safety (needs previous state; today only three exist: two in Consul, one in Kuma v2). */
export const changeChecks: Checks = {
  "traffic-jump": "rules",
  "traffic-to-thin-subset": "rules",
  "subset-removed-in-use": "rules",
  "apply-order": "rules",
  "mtls-strict-jump": "rules",
  "mtls-downgrade": "rules",
  "authz-first-allow": "rules",
  "authz-widened": "rules",
  "authz-removed": "rules",
  "egress-flip": "rules",
  "host-removed": "rules",
  "lb-replaced": "rules",
  "cert-swapped": "rules",
  "ca-rotation-no-overlap": "rules",
  "trust-domain-change": "rules",
  "protocol-changed": "rules",
  "timeout-retry-jump": "rules",
  "mesh-upgrade-skip": "rules",
  "crd-deleted": "rules",
  "blast-radius": "rules",
  "peer-export-targets": { without: "comes with the target Consul" },
};
