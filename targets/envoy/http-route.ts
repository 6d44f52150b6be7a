import type { RouteRuleNode } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import { clusterName, policyOf } from "./cluster.ts";
import { duration, type Fields } from "./fields.ts";
import type { ReachedService } from "./led-service.ts";
import { hashPolicy } from "./load-balancing.ts";
import { retryPolicy } from "./retry-policy.ts";
import { forwardActions, routeActions, routeAnswer } from "./route-actions.ts";
import { routeMatch } from "./route-match.ts";

interface HttpRouteContext {
  /** The port as clients see it. */
  readonly publicPort: number;
  /** What its routes say to filters beside what its actions do, by their names. */
  readonly filters: Fields;
  /** Other services that rules lead to, by host. */
  readonly others: ReadonlyMap<string, ReachedService>;
}

/**
 * One rule of a service: a route for each of its matches, in order. No deadline is said as such, because Envoy's own
 * default is 15 seconds.
 */
export function httpRoutes(
  rule: RouteRuleNode,
  service: WorkloadService,
  { publicPort, filters, others }: HttpRouteContext,
): readonly Fields[] {
  const targets = rule.destinations.map(({ host, subset, weight }): Target => {
    return { service: others.get(host) ?? service, subset, weight };
  });
  const matches = rule.matches.length === 0 ? [{ headers: {} }] : rule.matches;
  const answer = routeAnswer(rule.actions, publicPort) ?? {
    route: {
      ...destination(targets),
      timeout: rule.timeout === undefined ? "0s" : duration(rule.timeout),
      retry_policy: retryPolicy(rule.retries),
      ...hashPolicy(targets.map((each) => policyOf(each.service, each.subset))),
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

/** A service, or one of its versions, and its share of the requests. */
interface Target {
  readonly service: ReachedService;
  readonly subset: string | undefined;
  readonly weight: number;
}

function destination(targets: readonly Target[]): Fields {
  const [first, ...others] = targets;
  if (first !== undefined && others.length === 0) {
    return { cluster: clusterName(first.service, first.subset) };
  }
  const clusters = targets.map(({ service, subset, weight }) => ({
    name: clusterName(service, subset),
    weight,
  }));
  return { weighted_clusters: { clusters } };
}
