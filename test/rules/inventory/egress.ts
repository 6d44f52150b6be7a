import type { Checks } from "./checks.ts";

/** Egress and external services. */
export const egressChecks: Checks = {
  "egress-allow-any": "rules",
  "egress-mode-unset": "rules",
  "egress-plaintext": "rules",
  "egress-double-tls": "rules",
  "egress-443-as-http": "rules",
  "egress-tls-no-ca": "rules",
  "egress-tls-no-san": "rules",
  "egress-wildcard": "rules",
  "egress-no-gateway": "rules",
  "egress-export-too-wide": "rules",
  "egress-undeclared-dependency": "rules",
  "se-duplicate": "rules",
  "se-hijacks-service": "rules",
  "se-tcp-no-address": "rules",
  "se-static-empty": "rules",
  "se-unused": "rules",
  "sidecar-missing-host": "rules",
  "sidecar-unknown-host": "rules",
  "sidecar-overlap": "rules",
};
