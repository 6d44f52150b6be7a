import type { RouteRuleNode } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import { clusterName, policyOf } from "./cluster.ts";
import { duration, type Fields } from "./fields.ts";
import { hashPolicy } from "./load-balancing.ts";
import { retryPolicy } from "./retry-policy.ts";
import { forwardActions, routeActions, routeAnswer } from "./route-actions.ts";
import { routeMatch } from "./route-match.ts";

interface HttpRouteContext {
  /** The port as clients see it. */
  readonly publicPort: number;
  /** What its routes say to filters beside what its actions do, by their names. */
  readonly filters: Fields;
}

/**
 * One rule of a service: a route for each of its matches, in order. No deadline is said as such, because Envoy's own
 * default is 15 seconds.
 */
export function httpRoutes(
  rule: RouteRuleNode,
  service: WorkloadService,
  { publicPort, filters }: HttpRouteContext,
): readonly Fields[] {
  const matches = rule.matches.length === 0 ? [{ headers: {} }] : rule.matches;
  const answer = routeAnswer(rule.actions, publicPort) ?? {
    route: {
      ...destination(rule, service),
      timeout: rule.timeout === undefined ? "0s" : duration(rule.timeout),
      retry_policy: retryPolicy(rule.retries),
      ...hashPolicy(rule.destinations.map(({ subset }) => policyOf(service, subset))),
      ...forwardActions(rule, service),
    },
  };
  return matches.map((match) => ({
    // The name of a part begins with that of its service.
    name: rule.part === undefined ? `${service.name}/${rule.name}` : rule.name,
    match: routeMatch(match),
    ...answer,
    ...routeActions(rule.actions, filters),
  }));
}

function destination({ destinations }: RouteRuleNode, service: WorkloadService): Fields {
  const [first, ...others] = destinations;
  if (others.length === 0) return { cluster: clusterName(service, first?.subset) };
  const clusters = destinations.map(({ subset, weight }) => ({
    name: clusterName(service, subset),
    weight,
  }));
  return { weighted_clusters: { clusters } };
}
