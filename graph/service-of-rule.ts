import type { RouteNode, RouteRuleNode } from "./graph.ts";

/** Host of the service whose rule it is; `undefined` where the route was lifted. */
export function serviceOfRule(
  { service }: Pick<RouteNode, "service">,
  { part }: Pick<RouteRuleNode, "part">,
): string | undefined {
  return part === undefined ? service : part.service;
}
