import { checkAccess } from "./check-access.ts";
import { checkAuthentication } from "./check-authentication.ts";
import { checkCalls } from "./check-calls.ts";
import { checkDiscovery } from "./check-discovery.ts";
import { checkExtensions } from "./check-extensions.ts";
import { checkGateways } from "./check-gateways.ts";
import { checkGlobalLimits } from "./check-global-limits.ts";
import { checkHeadless } from "./check-headless.ts";
import { checkLimits } from "./check-limits.ts";
import { checkLogins } from "./check-logins.ts";
import { checkMachines } from "./check-machines.ts";
import { checkPolicies } from "./check-policies.ts";
import { checkProviders } from "./check-providers.ts";
import { checkRetries } from "./check-retries.ts";
import { checkRoutes } from "./check-routes.ts";
import { checkServices } from "./check-services.ts";
import { checkTrust } from "./check-trust.ts";
import { checkVisibility } from "./check-visibility.ts";
import type { ReferenceContext } from "./reference-context.ts";

/** Everything that can only be said of the whole mesh: references, and what a service's kind does not allow. */
export function checkReferences(context: ReferenceContext): void {
  checkServices(context);
  checkTrust(context);
  checkPolicies(context);
  checkLimits(context);
  checkGlobalLimits(context);
  checkExtensions(context);
  checkCalls(context);
  checkRoutes(context);
  checkRetries(context);
  checkGateways(context);
  checkAccess(context);
  checkAuthentication(context);
  checkLogins(context);
  checkProviders(context);
  checkDiscovery(context);
  checkVisibility(context);
  checkHeadless(context);
  checkMachines(context);
}
