import type { Checks } from "./checks.ts";

/** Request authentication. */
export const requestAuthenticationChecks: Checks = {
  "jwt-not-enforced": "rules",
  "jwt-claim-route-no-authn": "rules",
  "jwt-jwks-plain-http": "rules",
  "jwt-jwks-ssrf": "rules",
  "jwt-jwks-private-key": "rules",
  "jwt-no-audience": "rules",
  "jwt-claim-header-spoof": "rules",
  "jwt-forward-to-external": "rules",
  "jwt-provider-missing": {
    without: "comes with the target Consul: Istio has no filter that names a provider",
  },
};
