import type { Destination, RouteRuleNode } from "./graph.ts";

/**
 * Where connections go at ports that speak no HTTP: by the weights of a service's last rule, as long as those are over
 * its own versions. What a rule leads to other services is requests, and connections stay with the service.
 */
export function connectionDestinations(
  { destinations, origin }: Pick<RouteRuleNode, "destinations" | "origin">,
  host: string,
): readonly Destination[] {
  if (destinations.every((each) => each.host === host)) return destinations;
  return [{ host, weight: 100, origin }];
}
