import type { Checks } from "./checks.ts";

/** Linkerd-specific. */
export const linkerdChecks: Checks = {
  "l5d-default-open": { without: "comes with the target Linkerd" },
  "l5d-server-no-authz": { without: "comes with the target Linkerd" },
  "l5d-port-no-server": { without: "comes with the target Linkerd" },
  "l5d-authz-target": { without: "comes with the target Linkerd" },
  "l5d-serviceprofile-conflict": { without: "comes with the target Linkerd" },
  "l5d-annotation-wrong-kind": { without: "comes with the target Linkerd" },
  "l5d-opaque-mismatch": { without: "comes with the target Linkerd" },
  "l5d-route-no-catchall": { without: "comes with the target Linkerd" },
  "l5d-probe-blocked": { without: "comes with the target Linkerd" },
  "l5d-certs": { without: "comes with the target Linkerd" },
  "l5d-cluster-networks": { without: "comes with the target Linkerd" },
};
