import type { HttpRoute } from "../fields/virtual-service.ts";
import { checkAuthority, checkHeaders } from "../checks/headers.ts";
import { checkDestination } from "../checks/destination.ts";
import { durationProblem } from "../values/duration.ts";
import { checkField } from "../check-field.ts";
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
  checkField(route, "headers", place, checkHeaders);
  checkField(route, "corsPolicy", place, checkCors);
  checkField(route, "fault", place, checkFault);
  checkMirrors(route, place);
  checkField(route, "redirect", place, (redirect, at) => {
    checkRedirect(redirect, route.match, at);
  });
  checkField(route, "directResponse", place, checkDirectResponse);
  checkField(route, "retries", place, checkRetries);
  checkField(route, "rewrite", place, checkRewrite);
  checkAuthority(route.rewrite?.authority, route.headers, place);
  checkWeights(route.route, place.at("route"));
  route.route?.forEach(({ destination, headers }, index) => {
    const at = place.at("route", index);
    present(headers, at.at("headers"), checkHeaders);
    if (destination === undefined) at.error("`destination` is required");
    else checkDestination(destination, at.at("destination"));
  });
  checkField(route, "timeout", place, (timeout, at) => {
    at.error(durationProblem(timeout), "use whole milliseconds; leave it out for no timeout");
  });
}
