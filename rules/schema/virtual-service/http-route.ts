import type { HttpRoute } from "../fields/virtual-service.ts";
import { checkAuthority, checkHeaders } from "../checks/headers.ts";
import { checkDestination } from "../checks/destination.ts";
import { durationProblem } from "../values/duration.ts";
import { present, type Place } from "../place.ts";
import { checkCors } from "./cors.ts";
import { checkDirectResponse } from "./direct-response.ts";
import { checkFault } from "./fault.ts";
import { checkMatches } from "./http-match.ts";
import { checkMirrors } from "./mirrors.ts";
import { checkRedirect } from "./redirect.ts";
import { checkRetries } from "./retries.ts";
import { checkRewrite } from "./rewrite.ts";
import { checkRouteActions } from "./route-actions.ts";
import { checkWeights } from "./weights.ts";

/** A route of HTTP; `delegate` where the VirtualService has no hosts of its own. */
export function checkHttpRoute(route: HttpRoute, place: Place, delegate: boolean): void {
  checkRouteActions(route, place, delegate);
  checkMatches(route.match, place.at("match"));
  present(route.headers, place.at("headers"), checkHeaders);
  present(route.corsPolicy, place.at("corsPolicy"), checkCors);
  present(route.fault, place.at("fault"), checkFault);
  checkMirrors(route, place);
  present(route.redirect, place.at("redirect"), (redirect, at) => {
    checkRedirect(redirect, route.match, at);
  });
  present(route.directResponse, place.at("directResponse"), checkDirectResponse);
  present(route.retries, place.at("retries"), checkRetries);
  present(route.rewrite, place.at("rewrite"), checkRewrite);
  checkAuthority(route.rewrite?.authority, route.headers, place);
  checkWeights(route.route, place.at("route"));
  route.route?.forEach(({ destination, headers }, index) => {
    const at = place.at("route", index);
    present(headers, at.at("headers"), checkHeaders);
    if (destination === undefined) at.error("`destination` is required");
    else checkDestination(destination, at.at("destination"));
  });
  present(route.timeout, place.at("timeout"), (timeout, at) => {
    at.error(durationProblem(timeout), "use whole milliseconds; leave it out for no timeout");
  });
}
